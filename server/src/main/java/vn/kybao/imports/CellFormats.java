package vn.kybao.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import vn.kybao.imports.Cell.Kind;

/** What a stored number shows: its first 15 digits, as a percentage or a day where its format says so. */
final class CellFormats {
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
    private static final Pattern STORED = Pattern.compile("-?\\d{1,40}(?:\\.\\d{1,40})?(?:[eE][+-]?\\d{1,2})?");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|;.*");
    private static final Pattern FRACTION = Pattern.compile("\\.(0+)");
    private static final int MOST_FRACTION_DIGITS = 4;

    private final StylesTable styles;

    CellFormats(StylesTable styles) {
        this.styles = styles;
    }

    Cell number(String stored, @Nullable String style) {
        if (!STORED.matcher(stored).matches()) {
            return new Cell(Kind.FAILED, stored);
        }
        BigDecimal value = new BigDecimal(stored).round(SHOWN).stripTrailingZeros();
        Optional<XSSFCellStyle> format = format(style);
        String pattern = format.map(XSSFCellStyle::getDataFormatString).orElse("");
        String bare = QUOTED.matcher(pattern).replaceAll("");
        if (format.isPresent() && DateUtil.isADateFormat(format.get().getDataFormat(), pattern)) {
            return new Cell(Kind.DATE, value.toPlainString());
        }
        boolean percent = bare.indexOf('%') >= 0;
        BigDecimal shown = percent ? value.scaleByPowerOfTen(2).stripTrailingZeros() : value;
        Matcher fraction = FRACTION.matcher(bare);
        int digits = fraction.find() ? Math.min(fraction.group(1).length(), MOST_FRACTION_DIGITS) : 0;
        BigDecimal padded = shown.setScale(Math.max(shown.scale(), digits), RoundingMode.UNNECESSARY);
        return Cell.text(padded.toPlainString().replace('.', ',') + (percent ? " %" : ""));
    }

    private Optional<XSSFCellStyle> format(@Nullable String style) {
        if (style == null || !style.matches("\\d{1,5}")) {
            return Optional.empty();
        }
        int index = Integer.parseInt(style);
        return index < styles.getNumCellStyles() ? Optional.ofNullable(styles.getStyleAt(index)) : Optional.empty();
    }
}
