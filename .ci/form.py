"""Fills in the demo's form with LibreOffice and imports it: python3 form.py <address> <key>."""

import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.request
import xml.etree.ElementTree as tree

ADDRESS, KEY = sys.argv[1:3]
ASKED = {"regime": "department-report", "period": "2018-Q1", "organization": "stttt-ha-tinh"}
# What is typed, and what comes back: a value or none, and the findings at its cell.
TYPED = {
    ("communes-with-service-point", "ESTIMATE"): ("trên 257 xã", "257", ["inputs-missing"]),
    ("telephone-subscriptions-per-100", "ESTIMATE"): ("87.9", "87.9", ["separator-ambiguous", "inputs-missing"]),
    ("fixed-broadband-subscriptions-per-100", "ESTIMATE"): ("7,2", "7.2", ["inputs-missing"]),
    ("communes-with-service-point-share", "ESTIMATE"): ("98.123", None, ["separator-ambiguous"]),
    ("wireless-loudspeaker-stations-built", "ESTIMATE"): ("Không có", "0", []),
}
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
VALUE, CODE, MEASURE = 8, 10, 11


def call(path, body=None, content_type=None):
    headers = {"Authorization": "Bearer " + KEY}
    if content_type:
        headers["Content-Type"] = content_type
    with urllib.request.urlopen(urllib.request.Request(ADDRESS + path, body, headers)) as answer:
        return answer.read()


def convert(folder, source, kind):
    result = folder / kind / f"{source.stem}.{kind}"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
         "--outdir", result.parent, source], check=True, stdout=subprocess.DEVNULL, timeout=180)
    return result


def cells(row):
    """The cells of a row, each by itself: the file writes equal neighbours once."""
    for cell in list(row):
        repeated = int(cell.attrib.pop(TABLE + "number-columns-repeated", 1))
        place = list(row).index(cell)
        for _ in range(min(repeated, 20) - 1):
            row.insert(place, tree.fromstring(tree.tostring(cell)))
    return list(row)


def fill(path):
    # LibreOffice knows its own files by the prefixes they are written with.
    for _, (prefix, uri) in tree.iterparse(path, events=["start-ns"]):
        tree.register_namespace(prefix, uri)
    document = tree.parse(path)
    places = {}
    number = 0
    for row in document.iter(TABLE + "table-row"):
        number += 1
        all_cells = cells(row) if number > 6 and TABLE + "number-rows-repeated" not in row.attrib else []
        if len(all_cells) <= MEASURE:
            number += int(row.attrib.get(TABLE + "number-rows-repeated", 1)) - 1
            continue
        typed = TYPED.get(tuple("".join(all_cells[c].itertext()).strip() for c in (CODE, MEASURE)))
        if typed:
            cell = all_cells[VALUE]
            cell.set(OFFICE + "value-type", "string")
            tree.SubElement(cell, TEXT + "p").text = typed[0]
            places[f"Biểu mẫu!I{number}"] = typed
    document.write(path, encoding="utf-8", xml_declaration=True)
    return places


def form(fields, file):
    boundary = "kybao-form"
    parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
             for name, value in fields.items()]
    parts.append(f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="form.xlsx"\r\n\r\n'.encode())
    return b"".join(parts) + file + f"\r\n--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    empty = folder / "form.xlsx"
    empty.write_bytes(call("/v1/regimes/{regime}/form/file?period={period}&organization={organization}".format(**ASKED)))
    flat = convert(folder, empty, "fods")
    places = fill(flat)
    filled = convert(folder, flat, "xlsx").read_bytes()

proposal = json.loads(call("/v1/imports", *form(ASKED | {"compiledOn": "2018-03-23"}, filled)))
values = {value["itemRef"]: value["value"] for value in proposal.get("submission", {}).get("values", [])}
findings = {(finding["itemRef"], finding["code"]) for finding in proposal["findings"] if "itemRef" in finding}
wanted_values = {place: value for place, (_, value, _) in places.items() if value is not None}
wanted_findings = {(place, code) for place, (_, _, codes) in places.items() for code in codes}
print(f"{len(places)} cells filled in by LibreOffice, {len(values)} values proposed, findings at {sorted(findings)}")
if len(places) != len(TYPED) or values != wanted_values or findings != wanted_findings:
    sys.exit(f"wanted {wanted_values} and {wanted_findings}, got {json.dumps(proposal, ensure_ascii=False, indent=1)}")
