package vn.kybao.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.ContractDocument.Operation;
import vn.kybao.testing.Json;

/** S3: a write cannot smuggle in what only the server sets. */
class ExtraFieldsIT {
    private static final List<String> SMUGGLED = List.of(
            "id",
            "status",
            "approvedBy",
            "version",
            "etag",
            "createdAt",
            "path",
            "caller",
            "revision",
            "decision",
            "__proto__");

    private static Calls calls;

    static List<Operation> writes() {
        return Calls.protectedOperations().stream()
                .filter(o -> o.requestMediaType().isPresent())
                .toList();
    }

    @BeforeAll
    static void make() {
        calls = new Calls();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void fieldsOfTheServerAreRefusedInEveryWrite(Operation operation) {
        ObjectNode body = Json.object(calls.body(operation));
        // A register says itself what has become of its task.
        List<String> smuggled = SMUGGLED.stream()
                .filter(name -> !(operation.id().equals("putExternalTask") && name.equals("status")))
                .toList();
        smuggled.forEach(name -> body.put(name, "IN_FORCE"));
        Answer answer =
                calls.send(Api.admin().ifMatch("*"), operation, body.toString()).is(400);
        assertThat(answer.errorCodes()).hasSize(smuggled.size()).containsOnly("unknown-field");
        assertThat(answer.pointers())
                .containsExactlyInAnyOrderElementsOf(
                        smuggled.stream().map(name -> "/" + name).toList());
    }
}
