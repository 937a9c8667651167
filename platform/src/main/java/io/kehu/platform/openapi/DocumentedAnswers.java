package io.kehu.platform.openapi;

import io.kehu.platform.table.TableType;
import io.kehu.platform.web.NeverReplayed;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Tells of each operation the status of its success, every problem that it may answer, and the headers that it minds. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentedAnswers implements OASFilter {

    private static final Pattern RECORD = Pattern.compile(".*/\\{(id|\\w+Id)}");

    private static final List<String> OF_EVERY_RECORD =
            List.of("id", "version", "createdAt", "createdBy", "updatedAt", "updatedBy");

    private final Map<String, String> successes = new HashMap<>();
    private final Set<String> neverReplayed;
    private final DocumentedPermissions permissions;

    public DocumentedAnswers(IndexView index) {
        for (var annotation : index.getAnnotations(ResponseStatus.class)) {
            if (annotation.target().kind() == AnnotationTarget.Kind.METHOD) {
                var method = annotation.target().asMethod();
                successes.put(
                        ResourceMethods.operation(method),
                        Integer.toString(annotation.value().asInt()));
            }
        }
        neverReplayed = index.getAnnotations(NeverReplayed.class).stream()
                .map(annotation -> ResourceMethods.operation(annotation.target().asMethod()))
                .collect(Collectors.toUnmodifiableSet());
        permissions = new DocumentedPermissions(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Problems.define(document.getComponents());
        var schemas = document.getComponents().getSchemas();
        if (schemas != null) {
            describeMoney(schemas);
            requireWhatEveryRecordHas(schemas);
        }
        describeCustomFields(document.getComponents());
        var versioned = versioned(document);
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    complete(path, method, operation);
                    if (changesOneRecord(path, method) && versioned.stream().anyMatch(path::startsWith)) {
                        mindVersion(operation);
                    } else if (versioned.contains(path)) {
                        tellVersion(operation);
                    }
                }));
    }

    /** To reveal a value changes no record, and in a batch each command says what it is meant for. */
    private static boolean changesOneRecord(String path, HttpMethod method) {
        return method != HttpMethod.GET && !path.endsWith("/reveal") && !path.endsWith("/batch");
    }

    /** The paths of records whose views tell a version. */
    private static Set<String> versioned(OpenAPI document) {
        return document.getPaths().getPathItems().entrySet().stream()
                .filter(path -> RECORD.matcher(path.getKey()).matches()
                        && path.getValue().getGET() != null
                        && isVersioned(
                                path.getValue().getGET().getResponses().getAPIResponse("200"),
                                document.getComponents().getSchemas()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void tellVersion(Operation operation) {
        operation.addParameter(header("If-None-Match", "ETag of the version that the caller has", "\"7\""));
        operation
                .getResponses()
                .addAPIResponse("304", OASFactory.createAPIResponse().description("Unchanged since If-None-Match"));
    }

    private static void mindVersion(Operation operation) {
        operation.addParameter(
                header("If-Match", "ETag of the version that the change is meant for; another answers 412", "\"7\""));
        operation.getResponses().addAPIResponse(Integer.toString(Problems.STALE.status()), Problems.STALE.reference());
    }

    /** The published record of money knows nothing of OpenAPI. */
    private static void describeMoney(Map<String, Schema> schemas) {
        var money = schemas.get("Money");
        if (money != null) {
            money.description("An amount of money 金额")
                    .addRequired("amount")
                    .addRequired("currency")
                    .addProperty(
                            "amount",
                            OASFactory.createSchema()
                                    .addType(SchemaType.STRING)
                                    .description("Decimal number as text, so that no client rounds it")
                                    .addExample("1234.50"))
                    .addProperty(
                            "currency",
                            OASFactory.createSchema()
                                    .addType(SchemaType.STRING)
                                    .description("ISO 4217 code 币种")
                                    .addExample("CNY"));
        }
    }

    /** Without it, clients in typed languages have to doubt even the id; what is optional by nature is left out if null. */
    private static void requireWhatEveryRecordHas(Map<String, Schema> schemas) {
        for (var schema : schemas.values()) {
            var properties = schema.getProperties();
            if (properties != null && properties.keySet().containsAll(OF_EVERY_RECORD)) {
                OF_EVERY_RECORD.forEach(schema::addRequired);
            }
        }
    }

    /** Their names and values are the company's, so the published record says nothing of them. */
    private static void describeCustomFields(Components components) {
        if (components.getSchemas() != null && components.getSchemas().containsKey("CustomFields")) {
            components.addSchema(
                    "CustomFields",
                    OASFactory.createSchema()
                            .addType(SchemaType.OBJECT)
                            .description("Values of the company's own fields by key 自定义字段")
                            .additionalPropertiesSchema(
                                    OASFactory.createSchema().booleanSchema(true)));
        }
    }

    private void complete(String path, HttpMethod method, Operation operation) {
        var responses = operation.getResponses();
        var success = successes.get(method + " " + path);
        if (success != null) {
            rename(responses, "200", success);
            if (method == HttpMethod.POST && !success.equals("201")) {
                rename(responses, "201", success);
            }
        } else if (method == HttpMethod.POST) {
            rename(responses, "201", "204");
        }
        describeFiles(responses.getAPIResponse("200"));
        permissions.complete(method + " " + path, operation);
        if (path.endsWith("/by-external") && method == HttpMethod.PUT) {
            var created = OASFactory.createAPIResponse()
                    .description(description("201"))
                    .content(responses.getAPIResponse("200").getContent());
            responses.addAPIResponse("201", created);
        }
        for (var problem : problems(path, method, operation)) {
            responses.addAPIResponse(Integer.toString(problem.status()), problem.reference());
        }
        if (method == HttpMethod.GET && path.startsWith("/v1/customers/{id}")) {
            responses.addAPIResponse(
                    "301",
                    OASFactory.createAPIResponse()
                            .description("It has been merged into another customer, which Location names"));
        }
        if ((method == HttpMethod.POST || method == HttpMethod.PATCH) && !neverReplayed.contains(method + " " + path)) {
            operation.addParameter(header(
                    "Idempotency-Key",
                    "Makes the call safe to retry 幂等键: the same key within 24 hours gets the first answer again",
                    "6f1c0a52-create-1"));
        }
    }

    /** An answer in JSON that may come as a file or a chart too is no object then. */
    private static void describeFiles(APIResponse response) {
        if (response != null
                && response.getContent() != null
                && response.getContent().hasMediaType("application/json")) {
            response.getContent().getMediaTypes().forEach((type, content) -> {
                if (!type.equals("application/json")) {
                    var file = OASFactory.createSchema().addType(SchemaType.STRING);
                    content.schema(type.equals(TableType.XLSX_MEDIA_TYPE) ? file.format("binary") : file);
                }
            });
        }
    }

    private static void rename(APIResponses responses, String from, String to) {
        var response = responses.getAPIResponse(from);
        if (response != null) {
            responses.removeAPIResponse(from);
            responses.addAPIResponse(to, response.description(description(to)));
        }
    }

    private static String description(String status) {
        return switch (status) {
            case "201" -> "Created";
            case "202" -> "Accepted";
            case "204" -> "No Content";
            case "207" -> "Multi-Status";
            default -> "OK";
        };
    }

    private static boolean isVersioned(APIResponse response, Map<String, Schema> schemas) {
        var content = response == null || response.getContent() == null
                ? null
                : response.getContent().getMediaType("application/json");
        var reference = content == null ? null : content.getSchema().getRef();
        if (reference == null) {
            return false;
        }
        var properties =
                schemas.get(reference.substring(reference.lastIndexOf('/') + 1)).getProperties();
        return properties != null && properties.containsKey("version");
    }

    private static List<Problems> problems(String path, HttpMethod method, Operation operation) {
        var problems = new ArrayList<>(List.of(
                Problems.BAD_REQUEST,
                Problems.UNAUTHORIZED,
                Problems.FORBIDDEN,
                Problems.NOT_ACCEPTABLE,
                Problems.QUERY_TOO_LONG,
                Problems.TOO_MANY_REQUESTS,
                Problems.UNAVAILABLE,
                Problems.TIMEOUT));
        if (path.contains("{") || path.endsWith("/by-external")) {
            problems.add(Problems.NOT_FOUND);
        }
        if (path.endsWith("/changes")) {
            problems.add(Problems.GONE);
        }
        if (method != HttpMethod.GET) {
            problems.add(Problems.CONFLICT);
            problems.add(Problems.INVALID);
        }
        if (operation.getRequestBody() != null) {
            problems.add(Problems.TOO_LARGE);
            problems.add(Problems.UNSUPPORTED_MEDIA_TYPE);
        }
        return problems;
    }

    private static Parameter header(String name, String description, String example) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING))
                .example(example);
    }
}
