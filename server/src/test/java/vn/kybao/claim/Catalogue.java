package vn.kybao.claim;

import java.util.ArrayList;
import java.util.List;
import vn.kybao.api.model.Indicator;
import vn.kybao.api.model.IndicatorKind;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.StatedTotal;
import vn.kybao.api.model.Unit;
import vn.kybao.api.model.ValueType;
import vn.kybao.period.CalendarPeriod;

/** Indicators that the sentences of these tests are about. */
final class Catalogue {
    static final CalendarPeriod QUARTER = CalendarPeriod.parse("2024-Q1").orElseThrow();

    static final List<Indicator> ALL = List.of(
            indicator("budget", "Tổng thu ngân sách", "billion-vnd", "Tỷ đồng", ValueType.MONEY)
                    .addAliasesItem("thu ngân sách trên địa bàn"),
            indicator("post-revenue", "Doanh thu bưu chính", "billion-vnd", "Tỷ đồng", ValueType.MONEY),
            indicator("fines", "Tiền phạt vi phạm hành chính", "vnd", "Đồng", ValueType.MONEY)
                    .addAliasesItem("tổng số tiền phạt"),
            indicator("dossiers-in", "Số hồ sơ tiếp nhận", "dossier", "Hồ sơ", ValueType.COUNT),
            indicator("dossiers-done", "Số hồ sơ giải quyết", "dossier", "Hồ sơ", ValueType.COUNT),
            indicator("on-time", "Tỷ lệ hồ sơ đúng hạn", "percent", "%", ValueType.PERCENT)
                    .addAliasesItem("tỷ lệ đúng hẹn"),
            indicator("tasks-in", "Số nhiệm vụ được giao", "task", "Nhiệm vụ", ValueType.COUNT)
                    .states(StatedTotal.TASKS_RECEIVED),
            indicator("tasks-done", "Số nhiệm vụ hoàn thành", "task", "Nhiệm vụ", ValueType.COUNT)
                    .states(StatedTotal.TASKS_COMPLETED),
            indicator("mobile", "Số thuê bao di động", "subscription", "Thuê bao", ValueType.COUNT),
            indicator(
                    "mobile-internet", "Số thuê bao di động có Internet", "subscription", "Thuê bao", ValueType.COUNT),
            indicator("density", "Số máy điện thoại/100 dân", "per-100", "Máy", ValueType.RATIO),
            indicator("poverty", "Tỷ lệ hộ nghèo", "percent", "%", ValueType.PERCENT),
            indicator("coverage", "Phủ sóng khu dân cư", "percent", "%", ValueType.PERCENT),
            indicator("production", "Chỉ số sản xuất công nghiệp", "percent", "%", ValueType.PERCENT)
                    .index(true),
            indicator(
                    "transport",
                    "Doanh thu của các doanh nghiệp trong ngành vận tải",
                    "billion-vnd",
                    "Tỷ đồng",
                    ValueType.MONEY),
            indicator("inspections", "Số cuộc thanh tra", "inspection", "Cuộc", ValueType.COUNT)
                    .addAliasesItem("thanh tra chuyên ngành"),
            indicator("towers", "Trạm thu phát sóng", "tower", "Trạm", ValueType.COUNT)
                    .addAliasesItem("trạm BTS"),
            indicator("trained", "Số lao động được đào tạo", "person", "Người", ValueType.COUNT),
            indicator("posts", "Tin, bài đăng Cổng thông tin", "item", "Tin, bài", ValueType.COUNT),
            indicator("cable", "Cáp quang nội tỉnh", "km", "km", ValueType.QUANTITY)
                    .decimals(0),
            indicator("services-4", "Dịch vụ công mức độ 4", "service", "Dịch vụ", ValueType.COUNT),
            indicator("culture", "Số nhà văn hoá xã", "house", "Nhà", ValueType.COUNT));

    private Catalogue() {}

    static Indicator indicator(String code, String name, String unit, String unitName, ValueType type) {
        boolean ratio = type == ValueType.PERCENT || type == ValueType.RATIO;
        return new Indicator()
                .code(code)
                .name(new LocalizedText().vi(name))
                .aliases(new ArrayList<>())
                .unit(new Unit().code(unit).name(new LocalizedText().vi(unitName)))
                .valueType(type)
                .kind(ratio ? IndicatorKind.RATIO : IndicatorKind.FLOW)
                .index(false);
    }
}
