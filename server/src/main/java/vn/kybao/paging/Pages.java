package vn.kybao.paging;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.http.RequestState;

/** Cursor lists: reads one item more than asked for, to know whether there is a next page. */
@Singleton
public final class Pages {
    private static final int DEFAULT_LIMIT = 50;

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
        int size = limit == null ? DEFAULT_LIMIT : limit;
        String audience = audience();
        List<String> after = cursor == null ? List.of() : cursors.read(audience, cursor);
        List<T> rows = read.apply(new Slice(after, size + 1));
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, size);
        return new Page<>(items, cursors.write(audience, sortValues.apply(items.getLast())));
    }

    private static String audience() {
        RequestState state = RequestState.current();
        var filters = new TreeMap<>(state.request().getParameters().asMap());
        filters.remove("cursor");
        filters.remove("limit");
        return Caller.current().organization() + ' ' + state.request().getPath() + ' ' + filters;
    }
}
