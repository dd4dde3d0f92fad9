package vn.kybao.paging;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.http.RequestState;

/** Cursor lists: reads one item more than asked for, to know whether there is a next page. */
@Singleton
public final class Pages {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;
    /** Characters of text on one page: an answer is kept in memory, and with a key in one row. */
    private static final long HEAVIEST = 2_000_000;

    private final Cursors cursors;

    Pages(Cursors cursors) {
        this.cursors = cursors;
    }

    /**
     * One page.
     *
     * @param items what is on it
     * @param nextCursor where the next one begins, or null
     */
    public record Page<T>(List<T> items, @Nullable String nextCursor) {
        /** As {@link #map}, for items that are read together. */
        public <R> Page<R> mapAll(Function<List<T>, List<R>> mapping) {
            return new Page<>(mapping.apply(items), nextCursor);
        }

        public <R> Page<R> map(Function<T, R> mapping) {
            return new Page<>(items.stream().map(mapping).toList(), nextCursor);
        }
    }

    /**
     * What is asked for.
     *
     * @param after the sort values of the last item before, empty on the first page
     * @param count how many rows to read
     */
    public record Slice(List<String> after, int count) {
        /** A sort value of the last item before; null on the first page. */
        public @Nullable String after(int index) {
            return after.isEmpty() ? null : after.get(index);
        }
    }

    public <T> Page<T> page(
            @Nullable Integer limit,
            @Nullable String cursor,
            Function<Slice, List<T>> read,
            Function<T, List<String>> sortValues) {
        return page(limit, cursor, read, sortValues, item -> 0);
    }

    /** As above, for items that can be long texts: a page ends before they make an answer too heavy together. */
    public <T> Page<T> page(
            @Nullable Integer limit,
            @Nullable String cursor,
            Function<Slice, List<T>> read,
            Function<T, List<String>> sortValues,
            ToLongFunction<T> weight) {
        int size = limit == null ? DEFAULT_LIMIT : limit;
        String audience = audience();
        List<String> after = cursor == null ? List.of() : cursors.read(audience, cursor);
        List<T> rows = read.apply(new Slice(after, size + 1));
        return cut(rows, size, audience, sortValues, weight);
    }

    /** The first page of a list that can be gone on with at a path, under some filters. */
    public <T> Page<T> first(
            String path,
            Map<String, String> filters,
            List<T> rows,
            Function<T, List<String>> sortValues,
            ToLongFunction<T> weight) {
        Map<String, List<String>> sent = new TreeMap<>();
        filters.forEach((name, value) -> sent.put(name, List.of(value)));
        return cut(rows, MOST, audience(path, sent), sortValues, weight);
    }

    private <T> Page<T> cut(
            List<T> rows, int size, String audience, Function<T, List<String>> sortValues, ToLongFunction<T> weight) {
        int count = 0;
        long total = 0;
        while (count < Math.min(size, rows.size())) {
            total += weight.applyAsLong(rows.get(count));
            if (count > 0 && total > HEAVIEST) {
                break;
            }
            count++;
        }
        if (rows.size() <= count) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, count);
        return new Page<>(items, cursors.write(audience, sortValues.apply(items.getLast())));
    }

    private static String audience() {
        RequestState state = RequestState.current();
        Map<String, List<String>> filters = new TreeMap<>(state.query());
        filters.remove("cursor");
        filters.remove("limit");
        return audience(state.request().getPath(), filters);
    }

    private static String audience(String path, Map<String, List<String>> filters) {
        return Caller.current().organization() + ' ' + path + ' ' + filters;
    }
}
