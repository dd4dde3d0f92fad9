package vn.kybao.platform;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import java.nio.charset.StandardCharsets;
import vn.kybao.api.PlatformApi;
import vn.kybao.api.model.Health;
import vn.kybao.api.model.HealthStatus;
import vn.kybao.api.model.JwkSet;
import vn.kybao.contract.Contract;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.signing.SigningKeys;

@Controller
class PlatformController implements PlatformApi {
    private static final String KEPT = "public, max-age=300";

    private final Contract contract;
    private final ProblemPages pages;
    private final Readiness readiness;
    private final DatabaseProbe database;
    private final SigningKeys keys;

    PlatformController(
            Contract contract, ProblemPages pages, Readiness readiness, DatabaseProbe database, SigningKeys keys) {
        this.contract = contract;
        this.pages = pages;
        this.readiness = readiness;
        this.database = database;
        this.keys = keys;
    }

    /** The process answers: that is all. A database that is away is no reason to be restarted. */
    @Override
    public HttpResponse<Health> getHealth() {
        return HttpResponse.ok(new Health().status(HealthStatus.UP));
    }

    @Override
    public HttpResponse<Health> getReadiness() {
        if (readiness.isAccepting() && database.isWritable()) {
            return HttpResponse.ok(new Health().status(HealthStatus.UP));
        }
        throw new ProblemException(ProblemCode.UNAVAILABLE);
    }

    @Override
    public HttpResponse<String> getContract() {
        return HttpResponse.<String>status(HttpStatus.OK)
                .body(new String(contract.source(), StandardCharsets.UTF_8))
                .contentType(MediaType.of("application/yaml"));
    }

    @Override
    public HttpResponse<JwkSet> getPublicKeys() {
        return HttpResponse.ok(keys.published()).header(HttpHeaders.CACHE_CONTROL, KEPT);
    }

    @Override
    public HttpResponse<String> getProblemPage(String problem) {
        ProblemCode code = ProblemCode.find(problem).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        return HttpResponse.ok(pages.page(code)).contentType(MediaType.of("text/html;charset=utf-8"));
    }
}
