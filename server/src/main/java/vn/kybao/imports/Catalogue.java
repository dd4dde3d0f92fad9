package vn.kybao.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.BreakdownCode;
import vn.kybao.api.model.BreakdownDimension;
import vn.kybao.api.model.Indicator;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Measure;
import vn.kybao.problem.Language;
import vn.kybao.problem.Nearest;
import vn.kybao.problem.Texts;
import vn.kybao.search.SearchText;

/** What names in a table stand for: by code, by name or by alias, without regard to accents and case. */
final class Catalogue {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern ORDINAL = Pattern.compile("^(?:[0-9]{1,3}|[ivx]{1,5}|[a-z])[.)] ?|^[-+–] ?");
    private static final Pattern REQUIRED = Pattern.compile(" ?\\(\\*\\)$");
    private static final Pattern CANONICAL = Pattern.compile(
            "[a-z0-9][a-z0-9-]{0,62}=[A-Za-z0-9][A-Za-z0-9-]{0,62}(;[a-z0-9][a-z0-9-]{0,62}=[A-Za-z0-9][A-Za-z0-9-]{0,62}){0,7}");
    private static final Map<String, Measure> MORE_MEASURES = Map.of(
            "uoc thuc hien", Measure.ESTIMATE,
            "uoc dat", Measure.ESTIMATE,
            "chi tieu", Measure.TARGET,
            "ke hoach nam", Measure.PLAN);

    private final Map<String, Indicator> byCode;
    private final Map<String, List<Indicator>> byName = new HashMap<>();
    private final Map<String, Measure> measures = new LinkedHashMap<>(MORE_MEASURES);

    Catalogue(Map<String, Indicator> indicators, Texts texts) {
        byCode = indicators;
        for (Indicator indicator : indicators.values()) {
            Set<String> names = new TreeSet<>();
            add(names, indicator.getName());
            Objects.requireNonNullElse(indicator.getAliases(), List.<String>of())
                    .forEach(alias -> names.add(folded(alias)));
            names.forEach(
                    name -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(indicator));
        }
        for (Measure measure : Measure.values()) {
            measures.put(folded(measure.getValue()), measure);
            for (Language language : Language.values()) {
                measures.put(folded(texts.text("Measure." + measure.getValue(), language)), measure);
            }
        }
    }

    private static void add(Set<String> names, @Nullable LocalizedText name) {
        if (name != null) {
            names.add(folded(name.getVi()));
            if (name.getEn() != null) {
                names.add(folded(name.getEn()));
            }
        }
    }

    static String folded(String printed) {
        String folded = SPACE.matcher(SearchText.fold(printed)).replaceAll(" ").strip();
        folded = folded.startsWith("'") ? folded.substring(1) : folded;
        return REQUIRED.matcher(folded).replaceAll("");
    }

    /** Those that a name may stand for: none, one, or several of the same name. */
    List<Indicator> indicators(String printed) {
        Indicator coded = byCode.get(printed.strip());
        if (coded != null) {
            return List.of(coded);
        }
        String folded = folded(printed);
        List<Indicator> named = byName.get(folded);
        if (named == null) {
            named = byName.get(ORDINAL.matcher(folded).replaceFirst(""));
        }
        return named == null ? List.of() : named;
    }

    /** The name or code that is most like one that is not known. */
    Optional<String> nearest(String printed) {
        Optional<String> code = Nearest.of(printed, byCode.keySet());
        return code.isPresent()
                ? code
                : Nearest.of(folded(printed), byName.keySet())
                        .map(name -> Objects.requireNonNull(byName.get(name))
                                .getFirst()
                                .getName()
                                .getVi());
    }

    Optional<Measure> measure(String printed) {
        return Optional.ofNullable(measures.get(folded(printed)));
    }

    /** A breakdown in canonical form or in words; empty when a part of it is not known, or may be two. */
    Optional<Map<String, String>> breakdown(Indicator indicator, String printed) {
        String folded = folded(printed);
        if (folded.isEmpty() || folded.equals("tong so") || folded.equals("total")) {
            return Optional.of(Map.of());
        }
        Map<String, String> parts = new TreeMap<>();
        for (String part : printed.split(";", -1)) {
            Optional<Map.Entry<String, String>> known =
                    CANONICAL.matcher(part.strip()).matches()
                            ? Optional.of(Map.entry(
                                    part.strip().substring(0, part.strip().indexOf('=')),
                                    part.strip().substring(part.strip().indexOf('=') + 1)))
                            : part(indicator, part);
            if (known.isEmpty() || parts.put(known.get().getKey(), known.get().getValue()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }

    private static Optional<Map.Entry<String, String>> part(Indicator indicator, String printed) {
        int colon = printed.indexOf(':');
        String dimension = colon < 0 ? "" : folded(printed.substring(0, colon));
        String code = folded(printed.substring(colon + 1));
        List<Map.Entry<String, String>> found = new ArrayList<>();
        for (BreakdownDimension known : dimensions(indicator)) {
            if (colon >= 0 && !isNamed(dimension, known.getDimension(), known.getName())) {
                continue;
            }
            Objects.requireNonNullElse(known.getCodes(), List.<BreakdownCode>of()).stream()
                    .filter(c -> isNamed(code, c.getCode(), c.getName()))
                    .forEach(c -> found.add(Map.entry(known.getDimension(), c.getCode())));
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The parts that an indicator has, in words. */
    static String breakdowns(Indicator indicator) {
        List<String> names = new ArrayList<>();
        for (BreakdownDimension known : dimensions(indicator)) {
            Objects.requireNonNullElse(known.getCodes(), List.<BreakdownCode>of())
                    .forEach(code -> names.add(known.getDimension() + "=" + code.getCode()));
        }
        return names.isEmpty() ? "–" : String.join(", ", names);
    }

    private static List<BreakdownDimension> dimensions(Indicator indicator) {
        return Objects.requireNonNullElse(indicator.getBreakdowns(), List.of());
    }

    private static boolean isNamed(String folded, String code, @Nullable LocalizedText name) {
        return folded.equals(folded(code))
                || (name != null
                        && (folded.equals(folded(name.getVi()))
                                || (name.getEn() != null && folded.equals(folded(name.getEn())))));
    }
}
