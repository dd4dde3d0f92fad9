package vn.kybao.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.FindingTotal;
import vn.kybao.api.model.Severity;

/** Collects everything that is found in one request, so that all of it is told at once. */
public final class Findings {
    private final List<Note> notes = new ArrayList<>();
    /** Of what could not be read nothing is known, not even that it is missing. */
    private static final Set<ProblemCode> UNREAD = EnumSet.of(
            ProblemCode.MALFORMED_JSON, ProblemCode.DUPLICATE_FIELD, ProblemCode.TOO_DEEP, ProblemCode.BODY_REQUIRED);

    private final Set<String> refused = new HashSet<>();
    private boolean unread;

    public Findings() {
        this(List.of());
    }

    /** Starts from what is already known, such as what the contract's schemas found. */
    public Findings(List<Note> known) {
        addAll(known);
    }

    public final void add(Note note) {
        notes.add(note);
        unread |= UNREAD.contains(note.code()) || (note.isError() && "".equals(note.pointer()));
        if (note.isError() && note.pointer() != null) {
            refused.add(note.pointer());
        }
    }

    public final void addAll(List<Note> more) {
        more.forEach(this::add);
    }

    /** Drops everything found so far. */
    public void clear() {
        notes.clear();
        refused.clear();
        unread = false;
    }

    /** Everything found: errors first, what is about no value before what is about the first one. */
    public List<Note> all() {
        return inOrder(notes);
    }

    static List<Note> inOrder(List<Note> notes) {
        return notes.stream()
                .sorted(Comparator.comparing(Note::severity)
                        .thenComparingInt(note -> note.index() == null ? -1 : note.index()))
                .toList();
    }

    /** How many there are of each code and severity, errors first. */
    public static List<FindingTotal> totals(List<Note> notes) {
        Map<Severity, Map<String, Integer>> counts = new TreeMap<>();
        notes.forEach(note -> counts.computeIfAbsent(note.severity(), severity -> new TreeMap<>())
                .merge(note.wireCode(), 1, Integer::sum));
        List<FindingTotal> totals = new ArrayList<>();
        counts.forEach((severity, codes) -> codes.forEach((code, count) ->
                totals.add(new FindingTotal().code(code).severity(severity).count(count))));
        return totals;
    }

    /** Places of the values that have been refused. */
    public Set<Integer> refused() {
        Set<Integer> places = new TreeSet<>();
        for (Note note : notes) {
            if (note.isError() && note.index() != null) {
                places.add(note.index());
            }
        }
        return places;
    }

    public boolean hasErrors() {
        return notes.stream().anyMatch(Note::isError);
    }

    /** True when the request itself could not be read as the contract describes it. */
    public boolean hasSyntaxErrors() {
        return notes.stream().anyMatch(n -> n.isError() && n.code().status() == 400);
    }

    /** True when something at the place has been refused already, or the whole could not be read. */
    public boolean refuses(String pointer) {
        return unread || refused.contains(pointer);
    }

    /** Ends the request with every finding when one of them refuses it. */
    public void throwIfErrors() {
        ProblemException problem = problem();
        if (problem != null) {
            throw problem;
        }
    }

    private @Nullable ProblemException problem() {
        List<Note> errors = notes.stream().filter(Note::isError).toList();
        if (errors.isEmpty()) {
            return null;
        }
        ProblemCode type = errors.size() == 1 && errors.getFirst().code().status() == 409
                ? errors.getFirst().code()
                : type(errors);
        Map<String, String> values = new HashMap<>();
        errors.stream().filter(n -> n.code() == type).findFirst().ifPresent(n -> values.putAll(n.values()));
        values.put("count", String.valueOf(errors.size()));
        return new ProblemException(type, values, inOrder(notes), ProblemException.Extras.NONE);
    }

    private static ProblemCode type(List<Note> errors) {
        if (errors.stream().anyMatch(n -> n.code().status() == 400)) {
            return ProblemCode.INVALID_REQUEST;
        }
        return errors.stream()
                .map(Note::code)
                .filter(code -> code.status() == 409)
                .findFirst()
                .orElse(ProblemCode.UNPROCESSABLE);
    }
}
