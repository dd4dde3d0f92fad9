package vn.kybao.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects everything that is found in one request, so that all of it is told at once. */
public final class Findings {
    private final List<Note> notes = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();

    public Findings() {
        this(List.of());
    }

    /** Starts from what is already known, such as what the contract's schemas found. */
    public Findings(List<Note> known) {
        addAll(known);
    }

    public final void add(Note note) {
        notes.add(note);
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
    }

    public List<Note> all() {
        return List.copyOf(notes);
    }

    public List<Note> warnings() {
        return notes.stream().filter(n -> !n.isError()).toList();
    }

    public boolean hasErrors() {
        return notes.stream().anyMatch(Note::isError);
    }

    /** True when the request itself could not be read as the contract describes it. */
    public boolean hasSyntaxErrors() {
        return notes.stream().anyMatch(n -> n.isError() && n.code().status() == 400);
    }

    /** True when something at the place has been refused already. */
    public boolean refuses(String pointer) {
        return refused.contains(pointer);
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
        return new ProblemException(type, values, errors, ProblemException.Extras.NONE);
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
