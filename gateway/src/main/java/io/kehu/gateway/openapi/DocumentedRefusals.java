package io.kehu.gateway.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Tells of each operation that the gateway serves itself how it refuses, as the services do in their documents. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentedRefusals implements OASFilter {

    private enum Problem {
        MALFORMED(400, "The request is malformed: unknown or wrong field, parameter or filter"),
        UNAUTHORIZED(401, "No valid token"),
        FORBIDDEN(403, "The caller lacks the permission"),
        UNKNOWN(404, "There is no such user, team or role"),
        NOT_ACCEPTABLE(406, "The operation does not answer in the wanted media type"),
        CONFLICT(409, "The present state forbids it"),
        STALE(412, "It has changed since the ETag that If-Match names"),
        TOO_LARGE(413, "The body is too large"),
        QUERY_TOO_LONG(414, "The query is longer than 4 KB"),
        UNSUPPORTED_MEDIA_TYPE(415, "The operation does not take this media type"),
        INVALID(422, "A field breaks a rule"),
        TOO_MANY_REQUESTS(429, "Too many requests; Retry-After says when to come back"),
        UNAVAILABLE(503, "Keycloak is away; Retry-After says when to come back");

        private final int status;
        private final String description;

        Problem(int status, String description) {
            this.status = status;
            this.description = description;
        }

        private String key() {
            return "Problem" + status;
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        for (var problem : Problem.values()) {
            var text = OASFactory.createSchema().addType(SchemaType.STRING);
            var schema = OASFactory.createSchema()
                    .addType(SchemaType.OBJECT)
                    .addProperty("type", text)
                    .addProperty("title", text)
                    .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                    .addProperty("detail", text)
                    .addProperty("code", text)
                    .addProperty("traceId", text);
            document.getComponents()
                    .addResponse(
                            problem.key(),
                            OASFactory.createAPIResponse()
                                    .description(problem.description)
                                    .content(OASFactory.createContent()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    OASFactory.createMediaType().schema(schema))));
        }
        document.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        var responses = operation.getResponses();
        var creates = method == HttpMethod.POST && !path.contains("{");
        if (creates && responses.hasAPIResponse("200")) {
            responses.addAPIResponse("201", responses.getAPIResponse("200").description("Created"));
            responses.removeAPIResponse("200");
        }
        if (method == HttpMethod.PUT && path.equals("/v1/roles/{name}")) {
            responses.addAPIResponse(
                    "201",
                    OASFactory.createAPIResponse()
                            .description("Created")
                            .content(responses.getAPIResponse("200").getContent()));
        }
        if (method == HttpMethod.GET) {
            responses.addAPIResponse(
                    "304", OASFactory.createAPIResponse().description("Unchanged since If-None-Match"));
        }
        for (var problem : problems(path, method, operation)) {
            responses.addAPIResponse(
                    Integer.toString(problem.status),
                    OASFactory.createAPIResponse().ref("#/components/responses/" + problem.key()));
        }
    }

    private static List<Problem> problems(String path, HttpMethod method, Operation operation) {
        var problems = new ArrayList<>(List.of(
                Problem.MALFORMED,
                Problem.UNAUTHORIZED,
                Problem.FORBIDDEN,
                Problem.NOT_ACCEPTABLE,
                Problem.QUERY_TOO_LONG,
                Problem.TOO_MANY_REQUESTS,
                Problem.UNAVAILABLE));
        if (path.contains("{")) {
            problems.add(Problem.UNKNOWN);
        }
        if (method != HttpMethod.GET) {
            problems.addAll(List.of(Problem.CONFLICT, Problem.STALE, Problem.INVALID));
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(List.of(Problem.TOO_LARGE, Problem.UNSUPPORTED_MEDIA_TYPE));
        }
        return problems;
    }
}
