package vn.kybao.narrative;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import vn.kybao.api.model.EditKind;

/**
 * What changed between two texts, word by word. Comparing costs words times changes: where that would be too much, lines
 * are compared first and words only within lines that changed, and where even that would be, the text is replaced.
 */
public final class WordDiff {
    private static final int MOST_COMPARED = 4_000;
    private static final int MOST_WITHIN_LINES = 1_000;
    private static final int MOST_PIECES = 100_000;

    private final List<Piece> pieces = new ArrayList<>();
    private final int mostWithinLines;

    private WordDiff(int mostWithinLines) {
        this.mostWithinLines = mostWithinLines;
    }

    /**
     * A piece of either text.
     *
     * @param kind of which
     * @param text the piece
     */
    public record Piece(EditKind kind, String text) {}

    /** From one text to another: kept and removed pieces are the first, kept and added ones the second. */
    public static List<Piece> between(String before, String after) {
        WordDiff fine = new WordDiff(MOST_WITHIN_LINES);
        fine.compare(before, after);
        if (fine.pieces.size() <= MOST_PIECES) {
            return fine.pieces;
        }
        WordDiff coarse = new WordDiff(0);
        coarse.compare(before, after);
        return coarse.pieces;
    }

    private void compare(String before, String after) {
        List<String> old = Words.of(before);
        List<String> now = Words.of(after);
        int shorter = Math.min(old.size(), now.size());
        int head = 0;
        while (head < shorter && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        add(EditKind.KEPT, old.subList(0, head));
        middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail));
        add(EditKind.KEPT, old.subList(old.size() - tail, old.size()));
    }

    private void middle(List<String> old, List<String> now) {
        if (old.size() + now.size() <= MOST_COMPARED) {
            walk(old, now, this::replace);
            return;
        }
        List<String> oldLines = Words.lines(String.join("", old));
        List<String> lines = Words.lines(String.join("", now));
        if (oldLines.size() + lines.size() <= MOST_COMPARED) {
            walk(oldLines, lines, this::withinLines);
        } else {
            replace(old, now);
        }
    }

    private void withinLines(List<String> oldLines, List<String> lines) {
        List<String> old = Words.of(String.join("", oldLines));
        List<String> now = Words.of(String.join("", lines));
        if (old.size() + now.size() <= mostWithinLines) {
            walk(old, now, this::replace);
        } else {
            replace(old, now);
        }
    }

    /** What to do with a run of either text that has no match in the other. */
    private interface Replacing {
        void replace(List<String> old, List<String> now);
    }

    private void walk(List<String> old, List<String> now, Replacing replacing) {
        List<String> removed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        int done = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            int start = delta.getSource().getPosition();
            if (start == done + 1 && isBlank(old.get(done)) && done > 0) {
                // Two words that changed beside each other are one change.
                removed.add(old.get(done));
                added.add(old.get(done));
            } else if (start > done) {
                replacing.replace(removed, added);
                removed.clear();
                added.clear();
                add(EditKind.KEPT, old.subList(done, start));
            }
            removed.addAll(delta.getSource().getLines());
            added.addAll(delta.getTarget().getLines());
            done = start + delta.getSource().size();
        }
        replacing.replace(removed, added);
        add(EditKind.KEPT, old.subList(done, old.size()));
    }

    private static boolean isBlank(String word) {
        return word.isBlank() && word.indexOf('\n') < 0;
    }

    private void replace(List<String> old, List<String> now) {
        add(EditKind.REMOVED, old);
        add(EditKind.ADDED, now);
    }

    /** Adds to the piece before where it is of the same kind. */
    private void add(EditKind kind, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        String text = String.join("", words);
        if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
            text = pieces.removeLast().text() + text;
        }
        pieces.add(new Piece(kind, text));
    }
}
