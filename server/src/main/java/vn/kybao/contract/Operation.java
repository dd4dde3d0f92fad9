package vn.kybao.contract;

import com.networknt.schema.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the contract.
 *
 * @param id its operationId
 * @param method the HTTP method
 * @param path the path template, such as {@code /v1/regimes/{code}}
 * @param scopes the scopes it needs; empty when it is public
 * @param queryParameters the schema of each query parameter
 * @param requiredParameters query parameters that must be there
 * @param pathParameters the schema of each path parameter
 * @param body the schema of the request body, or null when there is none
 * @param isForm whether the body is a multipart form
 */
public record Operation(
        String id,
        String method,
        String path,
        List<String> scopes,
        Map<String, Schema> queryParameters,
        List<String> requiredParameters,
        Map<String, Schema> pathParameters,
        @Nullable Schema body,
        boolean isForm) {}
