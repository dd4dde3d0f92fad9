package vn.kybao.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sequences of words by their letters, so that all of them are looked for at once, one step a word.
 *
 * @param <T> what a sequence stands for
 */
final class WordTrie<T> {
    private final Node<T> root = new Node<>();

    /** A place in the trie. */
    static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>(2);
        private final List<T> here = new ArrayList<>(1);

        @Nullable
        Node<T> step(String letters) {
            return next.get(letters);
        }

        /** What the words up to here stand for. */
        List<T> here() {
            return here;
        }
    }

    Node<T> root() {
        return root;
    }

    void add(List<Spelling> words, T value) {
        Node<T> node = root;
        for (Spelling word : words) {
            node = node.next.computeIfAbsent(word.letters(), letters -> new Node<>());
        }
        node.here.add(value);
    }
}
