package vn.kybao.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFReader.SheetIterator;
import org.apache.poi.xssf.model.StylesTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import vn.kybao.problem.ProblemException;

/** Reads workbooks: as a stream of cells, bounded before it is unpacked, without formulas, macros or document types. */
final class XlsxTables {
    private static final Logger LOG = LoggerFactory.getLogger(XlsxTables.class);
    private static final int MOST_ENTRIES = 1_000;
    private static final int MOST_SHEETS = 100;
    private static final int LONGEST_NAME = 31;

    static {
        ZipSecureFile.setMaxEntrySize(Refusals.LARGEST_EXPANDED);
        ZipSecureFile.setMaxTextSize(Refusals.LARGEST_EXPANDED);
        ZipSecureFile.setMaxFileCount(MOST_ENTRIES);
    }

    private XlsxTables() {}

    /** Every sheet, in order. */
    static List<Table> read(byte[] bytes) {
        measure(bytes);
        try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            XSSFReader reader = new XSSFReader(workbook);
            StylesTable styles = reader.getStylesTable();
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(workbook);
            List<Table> tables = new ArrayList<>();
            int room = Refusals.MOST_KEPT;
            SheetIterator sheets = (SheetIterator) reader.getSheetsData();
            while (sheets.hasNext() && tables.size() < MOST_SHEETS) {
                try (InputStream sheet = sheets.next()) {
                    SheetContent content = new SheetContent(new CellFormats(styles), strings, room);
                    parse(sheet, content);
                    room -= content.lines().size();
                    tables.add(new Table(name(sheets.getSheetName()), content.lines()));
                }
            }
            return tables;
        } catch (ProblemException refused) {
            throw refused;
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException broken) {
            throw Refusals.unreadable("broken");
        } catch (RuntimeException broken) {
            // The library ends with any of a dozen kinds when a part is not what its name says.
            LOG.debug("a workbook could not be read", broken);
            throw Refusals.unreadable("broken");
        }
    }

    private static void parse(InputStream sheet, SheetContent content)
            throws SAXException, IOException, ParserConfigurationException {
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(content);
        xml.setErrorHandler(content);
        xml.parse(new InputSource(sheet));
    }

    /** No spreadsheet makes longer names. */
    private static String name(String stored) {
        String name = Normalizer.normalize(stored.strip(), Normalizer.Form.NFC);
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** Unpacks it once for nothing but its size: a bomb is known before anything of it is kept. */
    private static void measure(byte[] bytes) {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                entries++;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    total += read;
                    if (total > Refusals.LARGEST_EXPANDED) {
                        throw Refusals.tooLarge();
                    }
                }
                if (entries > MOST_ENTRIES) {
                    throw Refusals.tooLarge();
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw Refusals.unreadable("broken");
        }
        if (entries == 0) {
            throw Refusals.unreadable("broken");
        }
    }

    /** An old binary workbook, or a new one under a password: both are packed alike. */
    static ProblemException compound(byte[] bytes) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            boolean encrypted = files.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
            return Refusals.unreadable(encrypted ? "encrypted" : "old-workbook");
        } catch (IOException | RuntimeException broken) {
            LOG.debug("a compound file could not be read", broken);
            return Refusals.unreadable("old-workbook");
        }
    }
}
