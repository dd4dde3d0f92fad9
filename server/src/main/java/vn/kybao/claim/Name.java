package vn.kybao.claim;

import java.util.BitSet;
import java.util.List;
import vn.kybao.api.model.Indicator;

/**
 * A way to name an indicator.
 *
 * @param indicator the indicator
 * @param words its words
 * @param parted places of words that a comma or another sign parts from the one before
 * @param rank how surely it names the indicator, 0 for its name and aliases as they stand
 */
record Name(Indicator indicator, List<Spelling> words, BitSet parted, int rank) {}
