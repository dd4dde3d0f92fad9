package vn.kybao.problem;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import vn.kybao.api.model.LocalizedText;

/** A realistic value for everything that messages name. */
final class Samples {
    static final LocalizedText NAME =
            new LocalizedText().vi("Số thuê bao băng rộng di động").en("Mobile broadband subscriptions");

    private static final Map<String, UnaryOperator<Note>> SHARED = new HashMap<>();
    private static final Map<String, String> ACTUAL = new HashMap<>();
    private static final Map<String, String> EXPECTED = new HashMap<>();

    private Samples() {}

    static {
        text("name", NAME);
        text("denominator", new LocalizedText().vi("Dân số trung bình").en("Average population"));
        text("against", new LocalizedText().vi("cùng kỳ năm trước").en("the same period of last year"));
        text("unit", new LocalizedText().vi("tỷ đồng").en("billion dong"));
        text("measure", new LocalizedText().vi("Kế hoạch").en("Plan"));
        text("state", new LocalizedText().vi("Không có").en("None, declared"));
        text("wanted", new LocalizedText().vi("giá trị 0").en("the value 0"));
        text("range", new LocalizedText().vi("0 – 1.000,5").en("0 – 1,000.5"));
        text(
                "ranges",
                new LocalizedText()
                        .vi("Mật độ cố định: 1.290.507–1.290.640; Mật độ di động: 1.280.161–1.281.136")
                        .en("Fixed density: 1,290,507–1,290,640; Mobile density: 1,280,161–1,281,136"));
        text(
                "message",
                new LocalizedText()
                        .vi("Thuê bao băng rộng (1.238.048) lớn hơn thuê bao di động (1.238.047).")
                        .en("Broadband subscriptions (1,238,048) exceed mobile subscriptions (1,238,047)."));
        SHARED.put(
                "measures",
                note -> note.with(
                        "measures",
                        List.of(
                                new LocalizedText().vi("Thực hiện").en("Actual"),
                                new LocalizedText().vi("Ước").en("Estimate"))));
        SHARED.put("missing", note -> note.with("missing", List.of(NAME)));
        number("number", "1234.5");
        number("base", "2345678.25");
        number("factor", "1900");
        number("stated", "1500.25");
        number("found", "1499.75");
        number("exact", "1499.748");
        number("tolerance", "0.015");
        number("opening", "1100");
        number("in", "1200.5");
        number("out", "1300.5");
        day("compiled", "2018-03-23");
        day("end", "2018-03-31");
        day("today", "2018-03-20");
        day("start", "2018-01-01");
        day("day", "2018-04-15");
        day("date", "2018-02-10");
        day("registered", "2018-02-12");
        plain("period", "2018-Q1");
        plain("regime", "bao-cao-quy-vien-thong");
        plain("count", "12");
        plain("line", "14");
        plain("column", "27");
        plain("position", "9");
        plain("field", "measure");
        plain("parameter", "regime");
        plain("seconds", "30");
        plain("document", "49/2017/NĐ-CP");
        plain("symbol", "CP");
        plain("other", "72 tỷ đồng");
        plain("type", "Nghị định");
        plain("place", "7");
        plain("dimension", "payment");
        plain("code", "postpaid");
        found("unknown-field", "clientRef", "clientReference");
        found("unknown-parameter", "perod", "period");
        found("wrong-type", "object", "string | null");
        found("decimal-as-string", "98.10", "\"98.1\"");
        found("not-in-list", "FINAL", "ACTUAL, PRELIMINARY, ESTIMATE, PLAN, TARGET");
        found("wrong-pattern", "Sở TTTT", "so-tttt");
        found("wrong-format", "31/3/2018", "2018-03-31");
        found("wrong-length", "2001", "≤ 2000");
        found("out-of-bounds", "2001", "≤ 1000");
        found("wrong-size", "0", "≥ 1");
        found("invalid-header", "abc", "\"3\"");
        found("regime-required", "", "bao-cao-quy, bao-cao-thang");
        found("insufficient-scope", "", "submissions:write");
        found("not-owner", "so-tttt", "");
        found("method-not-allowed", "", "GET, POST");
        found("code-taken", "mobile-subscriptions", "");
        found("invalid-transition", "RETURNED", "file");
        found("period-closed", "CLOSED", "");
        found("client-reference-reused", "Q1-2018-001", "");
        found("stale-version", "4", "");
        found("too-large", "", "64 MiB");
        found("too-many-values", "10001", "10000");
        found("unsupported-encoding", "br", "");
        found("unknown-reference", "mobile-subscription", "mobile-subscriptions");
        found("unknown-period", "2018-Q5", "2018-Q1, 2021-H1, 2024-9M");
        found("dates-reversed", "2018-01-01", "≥ 2018-03-31");
        found("organization-cycle", "so-tttt", "");
        found("share-out-of-range", "1.5", "0–1");
        found("duplicate-entry", "mobile-subscriptions", "");
        found("formula-invalid", "+ )", "");
        found("formula-cycle", "share-completed", "");
        found("expression-invalid", "a < b < c", "");
        found("unknown-placeholder", "lef", "left, right, difference");
        found("justification-without-warning", "ERROR", "WARNING");
        found("schema-invalid", "/type: unknown", "");
        found("scope-not-held", "admin", "");
        found("not-a-reporter", "so-tttt", "");
        found("unknown-breakdown", "payment=postpaid", "area, network");
        found("unknown-breakdown.code", "payment=postpaid", "monthly, prepaid");
        found("held-by-regime", "", "bao-cao-thang");
        found("duplicate-observation", "", "3");
        found("required-schema", "/value", "multipleOf 0.05");
        found("subject-valid", "mobile-subscriptions", "2020-01-01 – …");
        found("required-missing", "", "ACTUAL, ESTIMATE");
        found("text-differs", "1501,25", "");
        plain("first", "B3");
        found("figure-withheld", "inputs-missing", "");
        found("estimate-flagged.printed", "ước 650", "");
        found("separator-ambiguous", "1.501,5.2", "");
        found("separator-ambiguous.dot-decimal", "87.9", "87,9");
        found("separator-ambiguous.comma-groups", "1,234,567", "1.234.567");
        found("separator-ambiguous.spaced-groups", "1 234 567", "1.234.567");
        found("separator-ambiguous.dot-thousands", "21.000 km", "21000");
        found("separator-ambiguous.dot-three", "12.345", "12,345 / 12345");
        found("separator-ambiguous.comma-before-dot", "1,501.5", "");
        found("number-unreadable", "khoảng một nửa", "");
        found("number-unreadable.dash", "-", "0");
        found("number-unreadable.failed", "#DIV/0!", "");
        found("number-unreadable.grouping", "1.50.200", "");
        found("number-unreadable.scale-unclear", "5k", "");
        found("number-unreadable.several-numbers", "27/27", "");
        found("number-unreadable.too-large", "1.234.567.890.123.456 tỷ", "");
        found("number-unreadable.too-long", "1234567890…", "");
        found("number-unreadable.too-precise", "0,123456", "");
        found("number-unreadable.unit-differs", "21.000 km", "");
        found("number-unreadable.unusual-digits", "10²", "");
        found("form-differs", "2018-Q2", "2018-Q1");
        found("header-not-found.doubled", "Giá trị", "");
        found("measure-unclear.suggest", "–", "Thực hiện, Ước");
        found("duplicate-observation.cell", "", "Biểu mẫu!I7");
        found("unknown-reference.several", "Doanh thu", "revenue, sector-revenue");
        found("in-use", "2.2", "");
        found("document-exists", "23/BC-STTTT", "");
        found("date-or-period", "", "");
        found("period-order", "2018-Q1", "2018-Q2");
        found("stated-total", "3", "5");
        found("document-number", "BC-STTTT/23", "");
        found("document-number.issuer", "Thủ tướng Chính phủ", "Chính phủ");
        found("document-number.type", "TTg", "Chính phủ");
        found("document-number.registered-number", "748/QĐ-TTg", "749/QĐ-TTg");
        found("document-number.registered-issuer", "Chính phủ", "Thủ tướng Chính phủ");
        found("symbol-unknown", "BHXXH", "BHXH");
        found("reference-invalid", "chagne: sector-revenue", "change: sector-revenue");
        found("section-cycle", "results.post", "");
        found("claim-misplaced", "650 tỷ", "");
        found("claim-differs", "73 tỷ đồng", "");
        found("claim-differs.rise", "tăng 4%", "");
        found("claim-differs.rise-points", "tăng 4%", "");
        found("claim-differs.fall", "giảm 4%", "");
        found("claim-differs.fall-points", "giảm 4%", "");
        found("claim-differs.part", "24%", "");
        found("claim-differs.text", "99%", "99");
        found("claim-differs.unit", "99%", "billion-vnd");
        found("base-explicit", "tăng 4%", "");
        found("denominator-named.text", "95%", "");
        found("magnitude-jump", "73 triệu đồng", "");
        found("contradiction.claims", "73 tỷ đồng", "");
        found("labels-gap-free", "2.2", "");
        found("labels-gap-free.gap", "2.2, 2.3", "2.1");
        found("figure-missing", "mobile-subscriptions", "");
        found("justification-unused", "magnitude-jmp", "");
    }

    private static void text(String name, LocalizedText text) {
        SHARED.put(name, note -> note.with(name, text));
    }

    private static void number(String name, String value) {
        SHARED.put(name, note -> note.with(name, new BigDecimal(value)));
    }

    private static void day(String name, String day) {
        SHARED.put(name, note -> note.with(name, LocalDate.parse(day)));
    }

    private static void plain(String name, String value) {
        SHARED.put(name, note -> note.with(name, value));
    }

    private static void found(String key, String actual, String expected) {
        ACTUAL.put(key, actual);
        EXPECTED.put(key, expected);
    }

    /** The note with a value for a name, or an error that says what to add. */
    static Note with(Note note, String key, String name) {
        if (name.equals("actual")) {
            return note.actual(of(ACTUAL, key, name));
        }
        if (name.equals("expected")) {
            return note.expected(of(EXPECTED, key, name));
        }
        UnaryOperator<Note> sample = SHARED.get(name);
        if (sample == null) {
            throw missing(key, name);
        }
        return sample.apply(note);
    }

    private static String of(Map<String, String> values, String key, String name) {
        String value = values.getOrDefault(key, values.get(key.replaceFirst("\\..*", "")));
        if (value == null || value.isEmpty()) {
            throw missing(key, name);
        }
        return value;
    }

    private static AssertionError missing(String key, String name) {
        return new AssertionError(
                "The message %s names {%s}: add a sample value for it to Samples.java, then rewrite the golden file with -Dkybao.golden=write."
                        .formatted(key, name));
    }
}
