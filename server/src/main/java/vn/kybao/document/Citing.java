package vn.kybao.document;

/** Rows that cite documents: whoever reads such a row reads what it cites. */
public interface Citing {
    /**
     * Whether a document is cited by a row that may be read.
     *
     * @param document its id
     * @param subtree the organizations of whom the row may be read, as a pattern of paths
     */
    boolean isCited(String document, String subtree);
}
