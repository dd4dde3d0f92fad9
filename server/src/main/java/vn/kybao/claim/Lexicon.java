package vn.kybao.claim;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words around numbers in reports. None of them is a value, a name or a text of anybody's data. */
final class Lexicon {
    static final String WORDS = """
            link: đạt, đạt mức, đạt được, ở mức, là, bằng, lên, lên tới, lên đến, lên mức, ước, ước đạt, ước tính, ước tính đạt
            link: ước thực hiện, thực hiện, dự kiến, dự kiến đạt, dự ước, chỉ đạt, chỉ còn, hiện đạt, hiện là, xuống còn, tổng cộng
            link: tăng lên, tăng lên thành, tăng lên tới, tăng lên đến, giảm còn, giảm xuống, giảm xuống còn, nâng lên, tổng cộng là
            link: hoàn thành đạt, thực hiện đạt, thực hiện được
            soft-link: có, được, còn, cho, với, cộng, thu, nộp, cấp, hiện có, gồm có, phát sinh, đã có, đã được
            neutral: đã, đang, sẽ, cũng, đều, vẫn, mới, đồng thời, hiện, hiện nay, đến nay, tính đến nay, đến thời điểm này, hiện tại, nay
            neutral: trong kỳ, trong kỳ báo cáo, kỳ này, kỳ báo cáo, cả nước, đầu, toàn tỉnh
            neutral: toàn ngành, toàn huyện, toàn xã, toàn thành phố, toàn quốc, trên địa bàn, trên địa bàn tỉnh, trên địa bàn huyện
            neutral: trên địa bàn thành phố, trên địa bàn xã, trên địa bàn toàn tỉnh, trên toàn tỉnh, của tỉnh, của ngành, của sở
            neutral: của đơn vị, của huyện, của xã, tại tỉnh, ở tỉnh, lũy kế, thì, này, đó, con số, cụ thể, cụ thể là, như sau
            neutral: theo thống kê, theo báo cáo, theo số liệu, thành, rất, khá, cao, mạnh, nhẹ, đáng kể, tương đương, hằng năm, hàng năm
            neutral: bình quân, trung bình, của, các, những, tại, ở, trong, vào, theo, do, bởi, chỉ, thêm, tính, qua, nhờ đó, qua đó, nên
            neutral: tiếp tục, lại, ngay, cả
            qualifier: trên, hơn, gần, khoảng, vào khoảng, xấp xỉ, chừng, ít nhất, tối thiểu, không dưới, không ít hơn, nhiều hơn
            qualifier: lớn hơn, dưới, ít hơn, nhỏ hơn, tối đa, nhiều nhất, không quá, không vượt quá
            separator: và, trong khi, trong khi đó, nhưng, song, tuy nhiên, cùng với
            barrier: trong đó, trong số đó, bao gồm, gồm, riêng, ngoài ra, lần lượt, lần lượt là, tương ứng, tương ứng là, mỗi, từng
            barrier: bình quân mỗi, trung bình mỗi
            content: tăng cường, giảm nghèo, giảm thiểu, giảm tải, còn lại, cho biết, cho vay, thu hút, thu hồi, cấp huyện, cấp xã
            content: cấp tỉnh, thu ngân sách, là do, đạt chuẩn, không có
            manner: đúng hạn, đúng hẹn, đúng thời hạn, trước hạn, quá hạn, kịp thời, đầy đủ, đúng tiến độ, đúng quy định
            label: số, điều, khoản, điểm, mục, chương, phần, phụ lục, biểu, biểu số, mẫu, mẫu số, bảng, hình, văn bản, văn bản số
            label: công văn, công văn số, quyết định, quyết định số, nghị quyết, nghị quyết số, nghị định, nghị định số, chỉ thị
            label: chỉ thị số, thông tư, thông tư số, thông báo, thông báo số, kế hoạch số, chương trình, chương trình số, đề án
            label: đề án số, báo cáo, báo cáo số, tờ trình, tờ trình số, kết luận, kết luận số, luật, giấy phép số, hướng dẫn
            label: điện thoại, số điện thoại, đt, sđt, fax, hotline, đường dây nóng, tổng đài, khu vực, quốc lộ, tỉnh lộ, đường
            label: phòng, tầng, khối, lần, lần thứ, thứ, đợt, giai đoạn, khóa, kỳ, kỳ họp, nhiệm kỳ, phiên bản, tuần, vùng, zalo
            grade: mức, mức độ, cấp độ, loại, hạng, nhóm, xếp hạng, lớp, bậc
            year: năm
            quarter: quý
            month: tháng
            day: ngày
            rise: tăng, tăng trưởng, tăng thêm, tăng bình quân, tăng trưởng bình quân, mức tăng, mức tăng trưởng, tốc độ tăng, gia tăng
            rise: tốc độ tăng trưởng, tăng nhẹ, tăng mạnh, tăng khá, tăng cao
            fall: giảm, sụt giảm, suy giảm, giảm bớt, giảm thêm, giảm bình quân, mức giảm, tốc độ giảm, giảm nhẹ, giảm mạnh
            exceed: vượt
            versus: so với, so
            rate: tỷ lệ, tỷ trọng, tỷ suất
            takes: chiếm, chiếm tỷ lệ, chiếm tỷ trọng
            of: trên tổng số, trong tổng số, trên tổng, trong tổng, trên số, trong số, của tổng số, của tổng, của số, so với tổng số
            of: so với tổng, tính trên, tính trên tổng số, tính trên số, của toàn bộ, trên toàn bộ, trong toàn bộ
            from: từ, từ mức
            to: đến, tới
            total: tổng số, tổng
            scale: trăm, chục, nghìn, ngàn, vạn, triệu, tỷ, tr
            dong: đồng, đ, vnđ, vnd, đồng việt nam
            percent: phần trăm
            points: điểm phần trăm
            bound: trở lên, trở xuống
            same-period: cùng kỳ, cùng kỳ năm trước, cùng kỳ năm ngoái, cùng thời điểm năm trước, cùng thời điểm năm ngoái
            same-period: ck, ck năm trước, cùng thời kỳ năm trước, cùng giai đoạn năm trước
            last-year: năm trước, năm ngoái, năm liền trước, năm trước đó, năm liền kề
            last-quarter: quý trước, quý liền trước, quý trước đó, quý liền kề
            last-month: tháng trước, tháng liền trước, tháng trước đó, tháng liền kề
            last-period: kỳ trước, kỳ liền trước, kỳ trước đó, kỳ báo cáo trước
            plan: kế hoạch, kế hoạch năm, kế hoạch giao, kế hoạch đề ra, kế hoạch cả năm, kế hoạch được giao, chỉ tiêu, chỉ tiêu giao
            plan: chỉ tiêu kế hoạch, chỉ tiêu được giao, chỉ tiêu đề ra, dự toán, dự toán giao, dự toán năm, dự toán được giao
            plan: kh, kh năm, kh giao, kh cả năm, mục tiêu, mục tiêu đề ra, kế hoạch tỉnh giao, chỉ tiêu tỉnh giao, dự toán tỉnh giao
            whole-year: cả năm
            goal: phấn đấu, phấn đấu đạt, đặt mục tiêu, quyết tâm
            first-months: tháng đầu năm
            last-months: tháng cuối năm
            """;

    private static final WordTrie<Entry> TRIE = trie();

    private Lexicon() {}

    private record Entry(List<Spelling> words, Role role) {}

    /** Words that do something, wherever they begin: the longest that is known, with its role. */
    record Found(Role role, int first, int end) {
        int length() {
            return end - first;
        }
    }

    /**
     * The longest known wording that begins at a place, or null.
     *
     * @param accented whether the sentence is written with accents: then a bare word is just that word
     */
    static @Nullable Found at(List<Token> tokens, int first, boolean accented) {
        WordTrie.Node<Entry> node = TRIE.root();
        Found found = null;
        for (int i = first; i < tokens.size() && tokens.get(i).is(Token.Kind.WORD); i++) {
            node = node.step(tokens.get(i).letters());
            if (node == null) {
                break;
            }
            for (Entry entry : node.here()) {
                if (isWritten(tokens, first, entry.words, accented)) {
                    found = new Found(entry.role, first, i + 1);
                }
            }
        }
        return found;
    }

    /** Whether the word alone does something. */
    static boolean isKnown(Spelling word) {
        WordTrie.Node<Entry> node = TRIE.root().step(word.letters());
        return node != null
                && node.here().stream().anyMatch(entry -> entry.words.getFirst().agrees(word));
    }

    private static boolean isWritten(List<Token> tokens, int first, List<Spelling> words, boolean accented) {
        for (int i = 0; accented && i < words.size(); i++) {
            if (!words.get(i).equals(tokens.get(first + i).spelling())) {
                return false;
            }
        }
        return true;
    }

    private static WordTrie<Entry> trie() {
        WordTrie<Entry> trie = new WordTrie<>();
        for (String line : WORDS.lines().toList()) {
            int colon = line.indexOf(':');
            Role role = Role.valueOf(line.substring(0, colon).replace('-', '_').toUpperCase(Locale.ROOT));
            for (String wording : line.substring(colon + 1).split(",", -1)) {
                List<Spelling> words = Lexer.read(wording.strip()).stream()
                        .map(token -> Objects.requireNonNull(token.spelling()))
                        .toList();
                trie.add(words, new Entry(words, role));
            }
        }
        return trie;
    }
}
