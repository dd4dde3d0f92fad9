package vn.kybao.regime;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Expectation;
import vn.kybao.api.model.OrganizationKind;
import vn.kybao.api.model.OutlineNode;
import vn.kybao.api.model.PeriodType;
import vn.kybao.api.model.RegimeCreate;
import vn.kybao.api.model.RegimeIndicator;
import vn.kybao.http.RequestState;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.indicator.IndicatorService;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Nearest;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** What a regime must be to be written. */
@Singleton
final class RegimeChecks {
    private final OrganizationService organizations;
    private final IndicatorService indicators;

    RegimeChecks(OrganizationService organizations, IndicatorService indicators) {
        this.organizations = organizations;
        this.indicators = indicators;
    }

    void check(RegimeCreate wanted, Findings findings) {
        // Receiver and reporters lie in the owner's subtree: nobody can declare itself the receiver of another's
        // figures.
        Optional<OrganizationRef> owner = organizations.find(wanted.getOwner());
        inSubtree(owner, wanted.getReceiver(), "/receiver", findings);
        // The model holds a set; only the body still has the order that pointers count in.
        List<String> sent = new ArrayList<>();
        RequestState.current().bodyTree().path("reporters").forEach(reporter -> sent.add(reporter.asText()));
        int i = 0;
        for (String reporter : Objects.requireNonNullElse(wanted.getReporters(), Set.<String>of())) {
            if (reporter != null) {
                int place = sent.indexOf(reporter);
                reporter(owner, reporter, "/reporters/" + (place < 0 ? i : place), findings);
            }
            i++;
        }
        lines(Objects.requireNonNullElse(wanted.getIndicators(), List.of()), findings);
        outline(Objects.requireNonNullElse(wanted.getOutline(), List.of()), findings);
    }

    private void reporter(Optional<OrganizationRef> owner, String reporter, String pointer, Findings findings) {
        if (!Character.isUpperCase(reporter.charAt(0))) {
            inSubtree(owner, reporter, pointer, findings);
        } else if (!OrganizationKind.VALUE_MAPPING.containsKey(reporter)) {
            Note note = Note.error(ProblemCode.UNKNOWN_REFERENCE).at(pointer).actual(reporter);
            findings.add(Nearest.of(reporter, OrganizationKind.VALUE_MAPPING.keySet())
                    .map(note::expected)
                    .orElse(note));
        }
    }

    private void inSubtree(Optional<OrganizationRef> owner, @Nullable String code, String pointer, Findings findings) {
        if (code == null || owner.isEmpty()) {
            return;
        }
        boolean open = organizations
                .find(code)
                .filter(o -> o.path().startsWith(owner.get().path()))
                .isPresent();
        if (!open) {
            findings.add(Note.error(ProblemCode.UNKNOWN_REFERENCE).at(pointer).actual(code));
        }
    }

    /** A section stands below one that comes before it: an outline has no circles. */
    private static void outline(List<OutlineNode> outline, Findings findings) {
        Set<String> before = new LinkedHashSet<>();
        for (int i = 0; i < outline.size(); i++) {
            OutlineNode node = outline.get(i);
            if (node == null) {
                continue;
            }
            String parent = node.getParent();
            if (parent != null && !before.contains(parent)) {
                Note note = Note.error(ProblemCode.UNKNOWN_REFERENCE)
                        .at("/outline/" + i + "/parent")
                        .actual(parent);
                findings.add(Nearest.of(parent, before).map(note::expected).orElse(note));
            }
            if (node.getNode() != null && !before.add(node.getNode())) {
                findings.add(Note.error(ProblemCode.DUPLICATE_ENTRY)
                        .at("/outline/" + i + "/node")
                        .actual(node.getNode()));
            }
        }
    }

    private void lines(List<RegimeIndicator> lines, Findings findings) {
        Map<String, IndicatorDefinition> known = indicators.definitions(lines.stream()
                .filter(Objects::nonNull)
                .map(RegimeIndicator::getCode)
                .filter(Objects::nonNull)
                .toList());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            RegimeIndicator line = lines.get(i);
            if (line == null) {
                continue;
            }
            String pointer = "/indicators/" + i;
            String code = line.getCode();
            IndicatorDefinition indicator = code == null ? null : known.get(code);
            if (code != null && indicator == null) {
                findings.add(indicators.unknown(code).at(pointer + "/code"));
            }
            if (code != null && !seen.add(code)) {
                findings.add(Note.error(ProblemCode.DUPLICATE_ENTRY)
                        .at(pointer + "/code")
                        .actual(code));
            }
            expectations(Objects.requireNonNullElse(line.getExpects(), List.of()), indicator, pointer, findings);
        }
    }

    private static void expectations(
            List<Expectation> expects, @Nullable IndicatorDefinition indicator, String pointer, Findings findings) {
        Set<PeriodType> types = new HashSet<>();
        for (int j = 0; j < expects.size(); j++) {
            Expectation expected = expects.get(j);
            if (expected == null) {
                continue;
            }
            if (expected.getPeriodType() != null && !types.add(expected.getPeriodType())) {
                findings.add(Note.error(ProblemCode.DUPLICATE_ENTRY)
                        .at(pointer + "/expects/" + j + "/periodType")
                        .actual(expected.getPeriodType().getValue()));
            }
            if (indicator == null) {
                continue;
            }
            List<String> dimensions = indicator.breakdowns().stream()
                    .map(IndicatorDefinition.Breakdown::dimension)
                    .toList();
            int k = 0;
            for (String dimension : Objects.requireNonNullElse(expected.getBreakdowns(), Set.<String>of())) {
                if (dimension != null && !dimensions.contains(dimension)) {
                    Note note = Note.error(ProblemCode.UNKNOWN_BREAKDOWN)
                            .at(pointer + "/expects/" + j + "/breakdowns/" + k)
                            .with("name", indicator.name())
                            .actual(dimension);
                    findings.add(
                            dimensions.isEmpty()
                                    ? note.with("variant", "none")
                                    : note.expected(String.join(", ", dimensions)));
                }
                k++;
            }
        }
    }
}
