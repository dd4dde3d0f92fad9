package vn.kybao.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the numbers were measured on: without it they mean nothing. */
final class Machine {
    private static final Path CPU = Path.of("/proc/cpuinfo");

    private Machine() {}

    static String describe(Jdbc jdbc) throws SQLException, IOException {
        Runtime.Version version = Runtime.version();
        return """
                date      %s
                machine   %d cores, %s, load %.1f before the start
                JVM       %s %s, %d MiB heap at most, %s
                database  %s
                settings  %s
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        cpu(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        System.getProperty("java.vm.name"),
                        version,
                        Runtime.getRuntime().maxMemory() >> 20,
                        ManagementFactory.getGarbageCollectorMXBeans().stream()
                                .map(collector -> collector.getName())
                                .collect(Collectors.joining(", ")),
                        jdbc.one("SELECT CONCAT(@@version_comment, ' ', VERSION())", row -> row.getString(1)),
                        settings(jdbc));
    }

    /** What decides when a commit is safe, and whether rows are read from memory. */
    private static String settings(Jdbc jdbc) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        jdbc.list("""
                SHOW VARIABLES WHERE Variable_name IN ('innodb_flush_log_at_trx_commit', 'log_bin', 'sync_binlog',
                    'innodb_buffer_pool_size', 'innodb_flush_method')
                """, row -> settings.put(row.getString(1).toLowerCase(Locale.ROOT), row.getString(2)));
        settings.put(
                "tls",
                jdbc.one(
                        "SHOW STATUS LIKE 'Ssl_cipher'", row -> row.getString(2).isEmpty() ? "OFF" : "ON"));
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String cpu() throws IOException {
        if (!Files.exists(CPU)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(CPU).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
