package vn.kybao.claim;

import java.util.List;

/**
 * Words of a text that name indicators.
 *
 * @param first the first piece
 * @param end the piece after the last
 * @param names the names that they are, the surest first
 * @param inside the piece at which a number stands within, or -1: {@code phủ sóng 98% khu dân cư}
 */
record Mention(int first, int end, List<Name> names, int inside) {
    int length() {
        return end - first;
    }
}
