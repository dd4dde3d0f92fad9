package vn.kybao.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Builder;
import vn.kybao.testing.ContractDocument;
import vn.kybao.testing.ContractDocument.Operation;
import vn.kybao.testing.CredentialBuilder;
import vn.kybao.testing.DocumentBuilder;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.InspectionBuilder;
import vn.kybao.testing.Json;
import vn.kybao.testing.Multipart;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.PetitionBuilder;
import vn.kybao.testing.RecommendationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.RegistrationBuilder;
import vn.kybao.testing.RuleBuilder;
import vn.kybao.testing.SanctionBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SectionBuilder;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TaskBuilder;

/** A sensible request for every operation of the contract: to a thing that is there, with a body that is good. */
final class Calls {
    /** What answers about an organization's period. */
    private static final Set<String> ABOUT_A_PERIOD = Set.of(
            "listComparisons",
            "getForm",
            "getFormFile",
            "getTaskStatistics",
            "getInspectionStatistics",
            "listFindings");

    private final Scene scene = Scene.autoApproved();
    private final String submission;
    private final String finding;
    private final String observation;
    private final String credential;
    private final String rule;
    private final String inspection;
    private final String sanction;
    private final String petition;
    private final String document;
    private final String task;
    private final String section;
    private final String recommendation;

    Calls() {
        SubmissionBuilder filing = SubmissionBuilder.of(scene).value(scene.indicator(), "ESTIMATE", "412000");
        // An answer to nothing leaves a finding that can be answered.
        Answer filed = filing.withJson("justifications", """
                        [{"code": "magnitude-jump", "text": "Đúng"}]""")
                .file(scene.operator().admin())
                .is(201);
        submission = filed.text("/id");
        finding = filed.text("/findings/0/id");
        observation = Api.admin()
                .get("/v1/observations?submission=" + submission)
                .is(200)
                .text("/items/0/id");
        credential = new CredentialBuilder()
                .organization(scene.department())
                .create()
                .text("/id");
        rule = new RuleBuilder()
                .owner(scene.department())
                .expression("{%s} >= 1".formatted(scene.indicator()))
                .create();
        inspection = new InspectionBuilder().of(scene.operator()).create().text("/id");
        sanction = new SanctionBuilder().of(scene.operator()).create().text("/id");
        petition = new PetitionBuilder().of(scene.operator()).create().text("/id");
        document = new DocumentBuilder(scene.operator()).create();
        task = new TaskBuilder(scene.department()).post(Api.admin()).is(201).text("/id");
        section = SectionBuilder.of(scene).create().text("/id");
        recommendation = new RecommendationBuilder(scene.operator()).create();
    }

    /** Every operation that needs a credential. */
    static List<Operation> protectedOperations() {
        return ContractDocument.get().operations().stream()
                .filter(operation -> operation.template().startsWith("/v1/"))
                .toList();
    }

    Scene scene() {
        return scene;
    }

    /** Where the operation's thing is; an operation that is not known here fails the build until it is added. */
    String path(Operation operation) {
        String template = operation.template();
        String resource = template.split("/", 4)[2];
        String id = switch (resource) {
            case "organizations" -> scene.department().code();
            case "indicators" -> scene.indicator();
            case "regimes" -> scene.regime();
            case "rules" -> rule;
            case "documents" -> document;
            case "recommendations" -> recommendation;
            case "periods" -> Scene.PERIOD;
            case "collections" -> scene.collection();
            case "submissions" -> submission;
            case "observations" -> observation;
            case "credentials" -> credential;
            case "inspections" -> inspection;
            case "sanctions" -> sanction;
            case "petitions" -> petition;
            case "tasks" -> task;
            case "sections" -> section;
            case "built-in-rules", "comparisons", "enumerations", "findings", "imports", "receipts" -> "";
            default -> throw new AssertionError("say here what " + template + " is about");
        };
        String path = template.replace("{version}", "1").replaceAll("\\{[^}]+}", id);
        return ABOUT_A_PERIOD.contains(operation.id())
                ? path + "?organization=" + scene.operator().code() + "&period=" + Scene.PERIOD
                : path;
    }

    /** A body for the operation, or null where it takes none. */
    String body(Operation operation) {
        if (operation.requestMediaType().isEmpty()) {
            return null;
        }
        return switch (operation.id()) {
            case "createOrganization" ->
                new OrganizationBuilder().under(scene.department()).json();
            case "createIndicator" ->
                new IndicatorBuilder().owner(scene.department()).json();
            case "createRegime" ->
                new RegimeBuilder()
                        .owner(scene.department())
                        .expects(scene.indicator(), "MONTH")
                        .json();
            case "createRule" ->
                new RuleBuilder()
                        .owner(scene.department())
                        .expression("{%s} <= 1000000".formatted(scene.indicator()))
                        .json();
            case "createDocument" -> new DocumentBuilder(scene.operator()).json();
            case "createRecommendation" -> new RecommendationBuilder(scene.operator()).json();
            case "respondToRecommendation" -> """
                    {"answer": "ACKNOWLEDGED", "text": "Đã nhận"}""";
            case "repeatRecommendation" -> """
                    {"period": "2018-Q2"}""";
            case "createPeriod" -> """
                    {"code": "%s", "startDate": "2018-02-10", "endDate": "2018-02-20"}""".formatted(Builder.uniqueCode("adhoc-x"));
            case "generateCollections" -> """
                    {"regime": "%s", "year": 2018}""".formatted(scene.regime());
            case "createSubmission", "validateSubmission" ->
                SubmissionBuilder.of(scene)
                        .value(scene.indicator(), "PLAN", "1")
                        .json();
            case "justifySubmission" -> """
                    {"justifications": [{"finding": "%s", "text": "Đúng"}]}""".formatted(finding);
            case "createImport" ->
                """
                    {"regime": "%s", "period": "%s", "organization": "%s", "file": "Mã chỉ tiêu;Giá trị;Loại số liệu\\n%s;1;PLAN"}""".formatted(scene.regime(), Scene.PERIOD, scene.operator().code(), scene.indicator());
            case "createCredential" ->
                new CredentialBuilder().organization(scene.department()).json();
            case "createInspection" ->
                new InspectionBuilder().of(scene.operator()).json();
            case "createSanction" -> new SanctionBuilder().of(scene.operator()).json();
            case "createPetition" -> new PetitionBuilder().of(scene.operator()).json();
            case "updateOrganization",
                    "updateIndicator",
                    "updateRegime",
                    "updateRule",
                    "updateInspection",
                    "updateSanction",
                    "updatePetition",
                    "updateDocument",
                    "updateTask",
                    "updateSection",
                    "updateRecommendation" -> "{}";
            case "resolvePetition" -> """
                    {"resolvedOn": "2018-03-01", "note": "Đã trả lời"}""";
            case "transferPetition" -> """
                    {"to": {"text": "Thanh tra tỉnh"}, "on": "2018-03-01"}""";
            case "createTask" -> new TaskBuilder(scene.department()).json();
            case "createTasks" -> TaskBuilder.batch(new TaskBuilder(scene.department()));
            case "putExternalTask" -> new RegistrationBuilder(scene.department()).json();
            case "addTaskProgress" -> """
                    {"text": "Đã dự thảo"}""";
            case "completeTask" -> "{}";
            case "extendTask" -> """
                    {"extendedTo": "2018-04-30", "reason": "Chờ hướng dẫn"}""";
            case "createSection" -> SectionBuilder.of(scene).json();
            case "createSectionsFromOutline" -> """
                    {"organization": "%s", "period": "%s", "regime": "%s", "carryOver": true}""".formatted(scene.operator().code(), Scene.PERIOD, scene.regime());
            case "verifyReceipt" -> """
                    {"receipt": "e30.e30.e30"}""";
            case "reopenCollection",
                    "returnSubmission",
                    "withdrawSubmission",
                    "cancelTask",
                    "reopenTask",
                    "reopenPetition" -> """
                    {"reason": "Sai số liệu"}""";
            default -> throw new AssertionError("say here what " + operation.id() + " is sent");
        };
    }

    /** Makes the request as someone, with another body if wanted. */
    Answer send(Api caller, Operation operation, String body) {
        if (operation.requestMediaType().filter("multipart/form-data"::equals).isPresent()) {
            return caller.header("Content-Type", Multipart.TYPE)
                    .send(operation.method(), path(operation), multipart(body));
        }
        Api typed = operation
                .requestMediaType()
                .map(type -> caller.header("Content-Type", type))
                .orElse(caller);
        return typed.send(
                operation.method(), path(operation), body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    }

    /** The fields of an object as parts; what is none is sent as it is. */
    private static byte[] multipart(String body) {
        JsonNode tree = Json.parse(body);
        if (!tree.isObject()) {
            return body.getBytes(StandardCharsets.UTF_8);
        }
        Multipart form = new Multipart();
        tree.properties().forEach(field -> {
            String text = field.getValue().isTextual()
                    ? field.getValue().textValue()
                    : field.getValue().toString();
            form.field(field.getKey(), text);
        });
        return form.bytes();
    }

    Answer send(Api caller, Operation operation) {
        return send(caller, operation, body(operation));
    }
}
