package vn.kybao.regime;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Expectation;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.OutlineNode;
import vn.kybao.api.model.Regime;
import vn.kybao.api.model.RegimeCreate;
import vn.kybao.api.model.RegimeIndicator;
import vn.kybao.api.model.ReportingCalendar;
import vn.kybao.json.JsonText;
import vn.kybao.search.SearchText;
import vn.kybao.time.Instants;

@Singleton
final class RegimeMapping {
    private final JsonText json;

    RegimeMapping(JsonText json) {
        this.json = json;
    }

    RegimeRow row(RegimeCreate wire, long version, Instant createdAt, Instant updatedAt) {
        List<@Nullable String> searched = new ArrayList<>();
        searched.add(wire.getCode());
        searched.add(wire.getTitle().getVi());
        searched.add(wire.getTitle().getEn());
        return new RegimeRow(
                wire.getCode(),
                wire.getOwner(),
                wire.getTitle().getVi(),
                wire.getTitle().getEn(),
                SearchText.of(searched),
                wire.getReceiver(),
                json.write(wire.getReporters()),
                wire.getCalendar().getValue(),
                json.write(wire.getIndicators()),
                json.write(Objects.requireNonNullElse(wire.getOutline(), List.of())),
                Boolean.TRUE.equals(wire.getAutoApprove()),
                version,
                createdAt,
                updatedAt);
    }

    Regime wire(RegimeRow row) {
        return new Regime()
                .code(row.code())
                .owner(row.owner())
                .title(title(row))
                .receiver(row.receiver())
                .reporters(reporters(row))
                .calendar(ReportingCalendar.fromValue(row.calendar()))
                .indicators(lines(row))
                .outline(outline(row))
                .autoApprove(row.autoApprove())
                .createdAt(Instants.utc(row.createdAt()))
                .updatedAt(Instants.utc(row.updatedAt()))
                .etag(String.valueOf(row.version()));
    }

    /** What a caller would send to make this regime: the base of a merge patch. */
    RegimeCreate write(RegimeRow row) {
        return new RegimeCreate()
                .code(row.code())
                .owner(row.owner())
                .title(title(row))
                .receiver(row.receiver())
                .reporters(reporters(row))
                .calendar(ReportingCalendar.fromValue(row.calendar()))
                .indicators(lines(row))
                .outline(outline(row))
                .autoApprove(row.autoApprove());
    }

    RegimeDefinition definition(RegimeRow row) {
        List<RegimeDefinition.Line> lines = lines(row).stream()
                .map(line -> new RegimeDefinition.Line(
                        line.getCode(),
                        line.getExpects().stream().map(RegimeMapping::expected).toList(),
                        !Boolean.FALSE.equals(line.getAnnex())))
                .toList();
        return new RegimeDefinition(
                row.code(),
                row.owner(),
                title(row),
                row.receiver(),
                List.copyOf(reporters(row)),
                ReportingCalendar.fromValue(row.calendar()),
                lines,
                outline(row),
                row.autoApprove());
    }

    private static RegimeDefinition.Expected expected(Expectation wire) {
        return new RegimeDefinition.Expected(
                wire.getPeriodType(),
                Set.copyOf(wire.getMeasures()),
                Set.copyOf(Objects.requireNonNullElse(wire.getBreakdowns(), Set.of())),
                Boolean.TRUE.equals(wire.getRequired()));
    }

    private List<RegimeIndicator> lines(RegimeRow row) {
        return json.readList(row.indicators(), RegimeIndicator.class);
    }

    /** None where it was stored before there were outlines. */
    private List<OutlineNode> outline(RegimeRow row) {
        return row.outline() == null ? List.of() : json.readList(row.outline(), OutlineNode.class);
    }

    private Set<String> reporters(RegimeRow row) {
        return new LinkedHashSet<>(json.readList(row.reporters(), String.class));
    }

    private static LocalizedText title(RegimeRow row) {
        return new LocalizedText().vi(row.titleVi()).en(row.titleEn());
    }
}
