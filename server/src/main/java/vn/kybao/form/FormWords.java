package vn.kybao.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.FormRow;
import vn.kybao.api.model.Indicator;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Measure;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Language;
import vn.kybao.problem.Texts;

/** What the paper says in words: codes are for machines. */
final class FormWords {
    private static final List<String> QUARTERS = List.of("I", "II", "III", "IV");

    private final Texts texts;
    private final Map<String, Indicator> indicators;

    FormWords(Texts texts, Map<String, Indicator> indicators) {
        this.texts = texts;
        this.indicators = indicators;
    }

    String measure(Measure measure) {
        return texts.text("Measure." + measure.getValue(), Language.VI);
    }

    /** {@code Hình thức thanh toán: trả trước}; {@code Tổng số} for the total of what is split. */
    String breakdown(FormRow row, boolean isSplit) {
        if (row.getBreakdown().isEmpty()) {
            return isSplit ? "Tổng số" : "";
        }
        Indicator indicator = indicators.get(row.getIndicator());
        return row.getBreakdown().entrySet().stream()
                .map(part -> indicator == null
                        ? part.getKey() + ": " + part.getValue()
                        : part(indicator, part.getKey(), part.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String part(Indicator indicator, String dimension, String code) {
        return indicator.getBreakdowns().stream()
                .filter(d -> d.getDimension().equals(dimension))
                .findFirst()
                .map(d -> vi(d.getName(), dimension)
                        + ": "
                        + d.getCodes().stream()
                                .filter(c -> c.getCode().equals(code))
                                .findFirst()
                                .map(c -> vi(c.getName(), code))
                                .orElse(code))
                .orElse(dimension + ": " + code);
    }

    private static String vi(@Nullable LocalizedText name, String otherwise) {
        return name == null ? otherwise : name.getVi();
    }

    static String period(CalendarPeriod period) {
        int year = period.start().getYear();
        int month = period.start().getMonthValue();
        return switch (period.type()) {
            case MONTH -> "Tháng " + month + " năm " + year;
            case QUARTER -> "Quý " + QUARTERS.get((month - 1) / 3) + " năm " + year;
            case HALF_YEAR -> (month == 1 ? "6 tháng đầu năm " : "6 tháng cuối năm ") + year;
            case NINE_MONTHS -> "9 tháng đầu năm " + year;
            case YEAR -> "Năm " + year;
            case AD_HOC -> period.code();
        };
    }
}
