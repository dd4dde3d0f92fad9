package vn.kybao.imports;

import java.util.List;

/** Tells by its first bytes what a file is, whatever its name says. */
final class Tables {
    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private Tables() {}

    static List<Table> read(byte[] bytes) {
        if (starts(bytes, ZIP)) {
            return XlsxTables.read(bytes);
        }
        if (starts(bytes, COMPOUND)) {
            throw XlsxTables.compound(bytes);
        }
        return CsvTables.read(bytes);
    }

    private static boolean starts(byte[] bytes, byte[] with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (bytes[i] != with[i]) {
                return false;
            }
        }
        return true;
    }
}
