package vn.kybao.section;

import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Json;

/** What tests do with sections again and again. */
final class Desk {
    private Desk() {}

    static String path(Answer section) {
        return "/v1/sections/" + section.text("/id");
    }

    /** Changes one field over the version of an answer. */
    static Answer patch(Api caller, Answer section, String field, Object value) {
        return caller.ifMatch(section.text("/etag"))
                .patch(
                        path(section),
                        Json.object("{}")
                                .<com.fasterxml.jackson.databind.node.ObjectNode>set(field, Json.tree(value))
                                .toString());
    }

    static Answer patch(Api caller, Answer section, String json) {
        return caller.ifMatch(section.text("/etag")).patch(path(section), json);
    }

    static Answer rendered(Api caller, Answer section) {
        return caller.get(path(section) + "/rendered").is(200);
    }
}
