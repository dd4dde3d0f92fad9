package vn.kybao.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kybao.problem.Nearest;

/**
 * The symbols by which document numbers name issuing bodies, and what these bodies are called. What is generally known
 * stands in a table; aliases of the service's organizations that look like symbols are asked for when a symbol or a name
 * is not among it.
 */
public final class SymbolCatalogue {
    private static final Pattern SYMBOL = Pattern.compile("[A-ZĐƯ][A-ZĐƯa-z0-9&-]{1,19}");
    /** Symbols that are compared with all known ones, in what one request asks: each of them costs. */
    private static final int MOST_SUGGESTED = 100;

    private static final Pattern DIGITS = Pattern.compile("\\d+$");
    private static final SymbolCatalogue STANDARD = new SymbolCatalogue(read(), null);

    private final Map<String, Issuer> bySymbol = new LinkedHashMap<>();
    private final Map<String, Issuer> byBeginning = new LinkedHashMap<>();
    private final IssuerNames names;
    private final @Nullable Supplier<Collection<Issuer>> more;
    private @Nullable SymbolCatalogue further;
    private final Map<String, Optional<String>> suggested = new HashMap<>();

    private SymbolCatalogue(Collection<Issuer> issuers, @Nullable Supplier<Collection<Issuer>> more) {
        Map<String, Issuer> byName = new HashMap<>();
        for (Issuer issuer : issuers) {
            for (String symbol : issuer.symbols()) {
                String plain = symbol.replace("*", "");
                bySymbol.putIfAbsent(upper(plain), issuer);
                if (!plain.equals(symbol)) {
                    byBeginning.put(upper(plain), issuer);
                }
                byName.putIfAbsent(plain, issuer);
            }
            issuer.names().forEach(name -> byName.putIfAbsent(IssuerNames.key(name), issuer));
        }
        this.names = new IssuerNames(byName);
        this.more = more;
    }

    private SymbolCatalogue(SymbolCatalogue known, Supplier<Collection<Issuer>> more) {
        bySymbol.putAll(known.bySymbol);
        byBeginning.putAll(known.byBeginning);
        this.names = known.names;
        this.more = more;
    }

    /** Whose body it is, as far as it decides on the family of a document. */
    public enum Kind {
        STATE,
        PARTY,
        OTHER
    }

    /**
     * An issuing body, or all bodies that share its symbol.
     *
     * @param symbols its symbols, the usual one first
     * @param kind whose body it is
     * @param only true when there is one in the country, so that the symbol alone says who it is
     * @param passesLaws true when it numbers what it passes without a type
     * @param names what it is called, the name to show first
     */
    public record Issuer(List<String> symbols, Kind kind, boolean only, boolean passesLaws, List<String> names) {
        /** An organization with an alias that looks like a symbol. */
        public static Issuer of(String symbol, List<String> names) {
            return new Issuer(List.of(symbol), Kind.OTHER, false, false, names);
        }

        /** A symbol of this body as it is usually written. */
        String spelling(String symbol) {
            return symbols.stream().filter(symbol::equalsIgnoreCase).findFirst().orElse(symbol);
        }

        /** The name to show. */
        String name() {
            return names.isEmpty() ? symbols.getFirst() : names.getFirst();
        }
    }

    /** What is generally known. */
    public static SymbolCatalogue standard() {
        return STANDARD;
    }

    /** True when a name could stand in a document number. */
    public static boolean looksLikeSymbol(String alias) {
        return SYMBOL.matcher(alias).matches()
                && alias.chars().filter(Character::isUpperCase).count() >= 2
                && alias.chars().filter(Character::isLowerCase).count() <= 2;
    }

    /** The same with bodies that are asked for, once, when they are needed. */
    public SymbolCatalogue with(Supplier<Collection<Issuer>> others) {
        return new SymbolCatalogue(this, others);
    }

    /** The body that a symbol stands for. */
    public Optional<Issuer> find(String symbol) {
        Issuer known = known(upper(symbol));
        return known != null ? Optional.of(known) : further().flatMap(others -> others.find(symbol));
    }

    /** The known symbol that one most likely means; of a catalogue for one request, for the first hundred asked. */
    public synchronized Optional<String> nearest(String symbol) {
        if (more == null) {
            return mostAlike(symbol);
        }
        Optional<String> before = suggested.get(symbol);
        if (before != null || suggested.size() == MOST_SUGGESTED) {
            return Optional.ofNullable(before).flatMap(known -> known);
        }
        Optional<String> found = mostAlike(symbol);
        suggested.put(symbol, found);
        return found;
    }

    private Optional<String> mostAlike(String symbol) {
        TreeSet<String> all = new TreeSet<>();
        Stream.concat(Stream.of(this), further().stream())
                .flatMap(catalogue -> catalogue.bySymbol.entrySet().stream())
                .forEach(entry -> all.add(entry.getValue().spelling(entry.getKey())));
        return Nearest.of(symbol, all);
    }

    /** The bodies that a text names at its beginning; empty when none is known. */
    public List<Issuer> named(String text) {
        List<Issuer> all = new ArrayList<>();
        Stream.concat(Stream.of(this), further().stream())
                .map(catalogue -> catalogue.names.named(text))
                .filter(Objects::nonNull)
                .forEach(all::add);
        return all;
    }

    /** True when the table has exactly this symbol. */
    boolean lists(String symbol) {
        return bySymbol.containsKey(upper(symbol));
    }

    IssuerNames names() {
        return names;
    }

    private @Nullable Issuer known(String symbol) {
        Issuer exact = bySymbol.get(symbol);
        if (exact != null) {
            return exact;
        }
        // The legislature's symbol bears the number of its term.
        Issuer numbered = bySymbol.get(DIGITS.matcher(symbol).replaceFirst(""));
        if (numbered != null) {
            return numbered;
        }
        return byBeginning.entrySet().stream()
                .filter(entry -> symbol.startsWith(entry.getKey()))
                .max(Map.Entry.comparingByKey((a, b) -> Integer.compare(a.length(), b.length())))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    private synchronized Optional<SymbolCatalogue> further() {
        if (further == null && more != null) {
            further = new SymbolCatalogue(more.get(), null);
        }
        return Optional.ofNullable(further);
    }

    private static String upper(String symbol) {
        return symbol.toUpperCase(Locale.ROOT);
    }

    private static List<Issuer> read() {
        return ResourceTable.rows("issuers.txt").stream()
                .map(row -> {
                    String kind = row.get(1);
                    return new Issuer(
                            ResourceTable.entries(row, 0, ","),
                            switch (kind.charAt(0)) {
                                case 'S' -> Kind.STATE;
                                case 'P' -> Kind.PARTY;
                                default -> Kind.OTHER;
                            },
                            kind.contains("1"),
                            kind.contains("L"),
                            ResourceTable.entries(row, 2, ";"));
                })
                .toList();
    }
}
