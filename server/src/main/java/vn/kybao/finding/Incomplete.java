package vn.kybao.finding;

import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** That an audit has not read everything: where nothing is found beyond it, nothing was looked for. */
final class Incomplete {
    private Incomplete() {}

    /** The remark, worded by what there is too much of. */
    static Note note(String what) {
        return Note.info(ProblemCode.AUDIT_INCOMPLETE).with("variant", what);
    }
}
