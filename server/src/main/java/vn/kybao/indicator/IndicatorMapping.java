package vn.kybao.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.BreakdownCode;
import vn.kybao.api.model.BreakdownDimension;
import vn.kybao.api.model.ExternalCodes;
import vn.kybao.api.model.Indicator;
import vn.kybao.api.model.IndicatorCreate;
import vn.kybao.api.model.IndicatorKind;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.OrganizationAggregation;
import vn.kybao.api.model.StatedTotal;
import vn.kybao.api.model.TimeAggregation;
import vn.kybao.api.model.Unit;
import vn.kybao.api.model.ValueType;
import vn.kybao.calculation.FigureSpec;
import vn.kybao.calculation.Formula;
import vn.kybao.calculation.Ratio;
import vn.kybao.contract.ValueSchema;
import vn.kybao.json.JsonText;
import vn.kybao.json.MergePatch;
import vn.kybao.search.SearchText;
import vn.kybao.time.Instants;

@Singleton
final class IndicatorMapping {
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private final JsonText json;

    IndicatorMapping(JsonText json) {
        this.json = json;
    }

    IndicatorRow row(IndicatorCreate wire, @Nullable String schema, long version, Instant createdAt, Instant now) {
        List<String> aliases = Objects.requireNonNullElse(wire.getAliases(), List.of());
        List<@Nullable String> searched = new ArrayList<>(aliases);
        searched.add(wire.getCode());
        searched.add(wire.getName().getVi());
        searched.add(wire.getName().getEn());
        boolean index = Boolean.TRUE.equals(wire.getIndex());
        LocalizedText denominatorName = wire.getDenominatorName();
        ExternalCodes external = wire.getExternalCodes();
        return new IndicatorRow(
                wire.getCode(),
                wire.getOwner(),
                wire.getName().getVi(),
                wire.getName().getEn(),
                json.write(aliases),
                SearchText.of(searched),
                wire.getUnit().getCode(),
                wire.getUnit().getName().getVi(),
                wire.getUnit().getName().getEn(),
                wire.getValueType().getValue(),
                wire.getKind().getValue(),
                Objects.requireNonNullElse(wire.getDecimals(), 0),
                wire.getMinimum(),
                wire.getMaximum(),
                index,
                !Boolean.FALSE.equals(wire.getHigherIsBetter()),
                Objects.requireNonNullElse(wire.getTimeAggregation(), TimeAggregation.NONE)
                        .getValue(),
                Objects.requireNonNullElse(wire.getOrganizationAggregation(), OrganizationAggregation.NONE)
                        .getValue(),
                wire.getFormula(),
                wire.getNumerator(),
                wire.getDenominator(),
                denominatorName == null ? null : denominatorName.getVi(),
                denominatorName == null ? null : denominatorName.getEn(),
                json.write(Objects.requireNonNullElse(wire.getBreakdowns(), List.of())),
                schema,
                external == null ? null : external.getItu(),
                wire.getReplaces(),
                wire.getStates() == null ? null : wire.getStates().getValue(),
                wire.getValidFrom(),
                wire.getValidTo(),
                version,
                createdAt,
                now);
    }

    Indicator wire(IndicatorRow row) {
        return new Indicator()
                .code(row.code())
                .owner(row.owner())
                .name(name(row))
                .aliases(json.readList(row.aliases(), String.class))
                .unit(unit(row))
                .valueType(ValueType.fromValue(row.valueType()))
                .kind(IndicatorKind.fromValue(row.kind()))
                .decimals(row.decimals())
                .minimum(minimum(row))
                .maximum(maximum(row))
                .index(row.isIndex())
                .higherIsBetter(row.higherIsBetter())
                .timeAggregation(TimeAggregation.fromValue(row.timeAggregation()))
                .organizationAggregation(OrganizationAggregation.fromValue(row.organizationAggregation()))
                .formula(row.formula())
                .numerator(row.numerator())
                .denominator(row.denominator())
                .denominatorName(denominatorName(row))
                .breakdowns(json.readList(row.breakdowns(), BreakdownDimension.class))
                .schema(schema(row))
                .externalCodes(row.ituCode() == null ? null : new ExternalCodes().itu(row.ituCode()))
                .replaces(row.replaces())
                .states(states(row))
                .validFrom(row.validFrom())
                .validTo(row.validTo())
                .createdAt(Instants.utc(row.createdAt()))
                .updatedAt(Instants.utc(row.updatedAt()))
                .etag(String.valueOf(row.version()));
    }

    /** What a caller would send to make this indicator: the base of a merge patch. */
    IndicatorCreate write(IndicatorRow row) {
        return new IndicatorCreate()
                .code(row.code())
                .owner(row.owner())
                .name(name(row))
                .aliases(json.readList(row.aliases(), String.class))
                .unit(unit(row))
                .valueType(ValueType.fromValue(row.valueType()))
                .kind(IndicatorKind.fromValue(row.kind()))
                .decimals(row.decimals())
                .minimum(row.minimum())
                .maximum(row.maximum())
                .index(row.isIndex())
                .higherIsBetter(row.higherIsBetter())
                .timeAggregation(TimeAggregation.fromValue(row.timeAggregation()))
                .organizationAggregation(OrganizationAggregation.fromValue(row.organizationAggregation()))
                .formula(row.formula())
                .numerator(row.numerator())
                .denominator(row.denominator())
                .denominatorName(denominatorName(row))
                .breakdowns(json.readList(row.breakdowns(), BreakdownDimension.class))
                .externalCodes(row.ituCode() == null ? null : new ExternalCodes().itu(row.ituCode()))
                .replaces(row.replaces())
                .states(states(row))
                .validFrom(row.validFrom())
                .validTo(row.validTo());
    }

    IndicatorDefinition definition(IndicatorRow row) {
        ValueType valueType = ValueType.fromValue(row.valueType());
        Formula formula = formula(row);
        FigureSpec spec = new FigureSpec(
                row.code(),
                name(row),
                unit(row),
                valueType,
                IndicatorKind.fromValue(row.kind()),
                row.decimals(),
                TimeAggregation.fromValue(row.timeAggregation()),
                OrganizationAggregation.fromValue(row.organizationAggregation()),
                formula,
                Ratio.of(row.numerator(), row.denominator(), valueType, row.unitCode(), formula)
                        .orElse(null),
                row.replaces());
        return new IndicatorDefinition(
                spec,
                minimum(row),
                maximum(row),
                row.denominator() != null || row.denominatorNameVi() != null || row.formula() != null,
                breakdowns(row),
                row.valueSchema() == null ? null : ValueSchema.compile(row.valueSchema()),
                states(row),
                row.validFrom(),
                row.validTo());
    }

    /** A share lies between 0 and 100 unless the indicator says otherwise or is an index. */
    private static @Nullable BigDecimal minimum(IndicatorRow row) {
        return row.minimum() == null && isShare(row) ? BigDecimal.ZERO : row.minimum();
    }

    private static @Nullable BigDecimal maximum(IndicatorRow row) {
        return row.maximum() == null && isShare(row) ? HUNDRED : row.maximum();
    }

    private static boolean isShare(IndicatorRow row) {
        return row.valueType().equals(ValueType.PERCENT.getValue()) && !row.isIndex();
    }

    /** The schema as it was sent: its numbers are numbers, unlike the decimals of this contract. */
    private @Nullable Map<String, Object> schema(IndicatorRow row) {
        if (row.valueSchema() == null) {
            return null;
        }
        return new LinkedHashMap<>(
                json.read(row.valueSchema(), Argument.mapOf(String.class, io.micronaut.json.tree.JsonNode.class)));
    }

    private List<IndicatorDefinition.Breakdown> breakdowns(IndicatorRow row) {
        return json.readList(row.breakdowns(), BreakdownDimension.class).stream()
                .map(b -> new IndicatorDefinition.Breakdown(
                        b.getDimension(),
                        Boolean.TRUE.equals(b.getExhaustive()),
                        Objects.requireNonNullElse(b.getCodes(), List.<BreakdownCode>of()).stream()
                                .map(BreakdownCode::getCode)
                                .collect(Collectors.toCollection(LinkedHashSet::new))))
                .toList();
    }

    private static @Nullable Formula formula(IndicatorRow row) {
        if (row.formula() == null) {
            return null;
        }
        try {
            return Formula.parse(row.formula());
        } catch (Formula.UnreadableException e) {
            throw new IllegalStateException("the stored formula of " + row.code() + " cannot be read", e);
        }
    }

    private static @Nullable StatedTotal states(IndicatorRow row) {
        return row.states() == null ? null : StatedTotal.fromValue(row.states());
    }

    private static LocalizedText name(IndicatorRow row) {
        return new LocalizedText().vi(row.nameVi()).en(row.nameEn());
    }

    private static Unit unit(IndicatorRow row) {
        return new Unit()
                .code(row.unitCode())
                .name(new LocalizedText().vi(row.unitNameVi()).en(row.unitNameEn()));
    }

    private static @Nullable LocalizedText denominatorName(IndicatorRow row) {
        return row.denominatorNameVi() == null
                ? null
                : new LocalizedText().vi(row.denominatorNameVi()).en(row.denominatorNameEn());
    }

    /** The schema to store: as sent, or merged into the present one; exact either way. */
    static @Nullable String schemaText(JsonNode body, @Nullable String present) {
        if (!body.has("schema")) {
            return present;
        }
        JsonNode schema = body.get("schema");
        if (schema.isNull()) {
            return null;
        }
        return present == null ? schema.toString() : MergePatch.merged(present, schema);
    }
}
