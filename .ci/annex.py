"""Compares the annex on standard input with the printed one: every figure, and 33 of the 34 percentages."""

import csv
import json
import sys

rows = json.load(sys.stdin)["items"]
with open(sys.argv[1], encoding="utf-8") as file:
    printed = list(csv.DictReader(line for line in file if not line.startswith("#")))

equal = 0
undefined = []
wrong = []
for row, paper in zip(rows, printed, strict=True):
    for cell in ("previousYear", "samePeriodLastYear", "plan", "current"):
        if row[cell]["value"] != paper[cell]:
            wrong.append((paper["indicator"], cell, row[cell]["value"], paper[cell]))
    for cell in ("vsSamePeriod", "vsPlan"):
        percent = row[cell]["percent"]
        if percent is None:
            undefined.append((row["indicator"], cell, row[cell]["reason"]))
        elif percent == paper[cell]:
            equal += 1
        else:
            wrong.append((paper["indicator"], cell, percent, paper[cell]))

print(f"{len(rows)} rows, {equal} percentages as printed, undefined: {undefined}, wrong: {wrong}")
if wrong or equal != 33 or [reason for _, _, reason in undefined] != ["division-by-zero"]:
    sys.exit(1)
