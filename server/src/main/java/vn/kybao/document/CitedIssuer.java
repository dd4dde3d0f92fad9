package vn.kybao.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.document.IssuerNames.Match;

/**
 * The issuer that a text names behind a document's number and date.
 *
 * @param name as the text has it
 * @param end the place after it
 */
record CitedIssuer(String name, int end) {
    private static final int LONGEST = 150;
    private static final int MOST_SPACES = 4;

    /** With these, in small letters, the text goes on to what the document is about or what is done with it. */
    private static final Map<String, List<String>> CONNECTING =
            Arrays.stream("""
                    về|v/v|triển khai|quy định|phê duyệt|gửi|ban hành|thực hiện|hướng dẫn|sửa đổi|bổ sung|theo|trong|trên|tại|\
                    do|để|nhằm|đã|đang|sẽ|được|có|không|chưa|yêu cầu|đề nghị|giao|công bố|kèm|là|cho|đối với|liên quan|ngày|\
                    tổng kết|sơ kết|thông qua|bãi bỏ|thay thế|điều chỉnh|thành lập|tăng cường|đẩy mạnh|xử phạt|đến|từ|khi|nêu|\
                    trình|báo cáo|trả lời|chấp thuận|cùng|với|này|đó|phải|còn|cũng|hoặc|tiếp tục|xác định|giai đoạn|năm|quý|\
                    tháng|bằng|như|nên|mà|thì|vào|sau|trước|gồm|nói trên|nêu trên|kết luận|chỉ định|bố trí|bổ nhiệm|xây dựng|\
                    tổ chức thực hiện|tổ chức triển khai|nâng cao|đảm bảo|bảo đảm|hỗ trợ|phát triển""".split("\\|")).collect(Collectors.groupingBy(phrase -> phrase.split(" ", -1)[0]));

    /** The issuer behind a place, or null when the text names none there. */
    static @Nullable CitedIssuer after(FoldedText text, int place, DocumentNumber number) {
        int start = text.skipSpaces(place, MOST_SPACES);
        boolean mark = text.at(start) == ',' || text.at(start) == '(';
        int word = mark ? text.skipSpaces(start + 1, MOST_SPACES) : start;
        boolean of = text.substring(word, word + 4).equalsIgnoreCase("của ");
        int begin = text.skipSpaces(of ? word + 4 : start, MOST_SPACES);
        Match known = SymbolCatalogue.standard().names().match(text.substring(begin, begin + LONGEST));
        // Without the word it is only taken for the issuer where the symbol says so too.
        return of || (!mark && known != null && agrees(known, number)) ? named(text, begin, known) : null;
    }

    private static boolean agrees(Match known, DocumentNumber number) {
        String symbol = number.issuerSymbol();
        return symbol != null
                && SymbolCatalogue.standard()
                        .find(symbol)
                        .filter(known.issuer()::equals)
                        .isPresent();
    }

    private static @Nullable CitedIssuer named(FoldedText text, int begin, @Nullable Match known) {
        int least = known == null ? begin : begin + known.end();
        int end = least;
        int next = least;
        while (next - begin <= LONGEST) {
            int word = text.skipSpaces(next, MOST_SPACES);
            if (text.at(word) == '-' && text.at(word + 1) == ' ' && word > next && joins(text, end, word + 2)) {
                word = text.skipSpaces(word + 2, MOST_SPACES);
            }
            int wordEnd = wordEnd(text, word);
            if (wordEnd == word || connects(text, word)) {
                break;
            }
            end = wordEnd;
            next = wordEnd;
        }
        // What never ends is no name.
        end = next - begin > LONGEST ? least : end;
        return end == begin ? null : new CitedIssuer(text.substring(begin, end).replaceAll(" {2,}", " "), end);
    }

    /** Bà Rịa - Vũng Tàu: a dash joins names, but not a remark. */
    private static boolean joins(FoldedText text, int before, int after) {
        int start = before;
        while (Character.isLetter(text.at(start - 1))) {
            start--;
        }
        return Character.isUpperCase(text.at(start))
                && Character.isUpperCase(text.at(text.skipSpaces(after, MOST_SPACES)));
    }

    private static int wordEnd(FoldedText text, int start) {
        int end = start;
        while (isWord(text, end)) {
            end++;
        }
        // TP. Hà Tĩnh
        boolean abbreviated = text.at(end) == '.'
                && Set.of("TP", "TX", "Tp", "Tx", "tp", "tx").contains(text.substring(start, end))
                && Character.isUpperCase(text.at(text.skipSpaces(end + 1, MOST_SPACES)));
        return abbreviated ? end + 1 : end;
    }

    private static boolean isWord(FoldedText text, int place) {
        char c = text.at(place);
        return Character.isLetterOrDigit(c)
                || c == '&'
                || Character.getType(c) == Character.NON_SPACING_MARK
                || (c == '-'
                        && Character.isLetterOrDigit(text.at(place - 1))
                        && Character.isLetterOrDigit(text.at(place + 1)));
    }

    private static boolean connects(FoldedText text, int place) {
        String ahead = text.substring(place, place + 24);
        String first = ahead.split(" ", 2)[0];
        if (ahead.startsWith("số ") && NumberScanner.isDigit(ahead.charAt(Math.min(3, ahead.length() - 1)))) {
            return true;
        }
        if (CONNECTING.getOrDefault(first, List.of()).stream().anyMatch(phrase -> begins(ahead, phrase))) {
            return true;
        }
        if (!first.equals("và")) {
            return false;
        }
        // One more document follows, not one more part of the name.
        String following = ahead.substring(2).strip().toLowerCase(Locale.ROOT);
        return following.startsWith("văn bản")
                || DocumentType.allNames().stream().anyMatch(following::startsWith);
    }

    private static boolean begins(String ahead, String phrase) {
        return ahead.startsWith(phrase)
                && (ahead.length() == phrase.length() || !Character.isLetter(ahead.charAt(phrase.length())));
    }
}
