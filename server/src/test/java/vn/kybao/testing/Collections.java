package vn.kybao.testing;

/** Collections of regimes, made and moved by the root organization. */
public final class Collections {
    private Collections() {}

    /** Generates the collections of the period's year and returns the id of the one asked for, PLANNED. */
    public static String planned(String regime, String period) {
        String year = period.startsWith("adhoc") ? "2018" : period.substring(0, 4);
        Api.admin()
                .post("/v1/collections/generate", """
                {"regime": "%s", "year": %s}""".formatted(regime, year))
                .is(200);
        return regime + "." + period;
    }

    /** As {@link #planned}, and opens it. */
    public static String open(String regime, String period) {
        String id = planned(regime, period);
        Api.admin().post("/v1/collections/" + id + "/open").is(200);
        return id;
    }

    public static void close(String id) {
        Api.admin().post("/v1/collections/" + id + "/close").is(200);
    }
}
