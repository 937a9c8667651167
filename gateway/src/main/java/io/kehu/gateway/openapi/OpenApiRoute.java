package io.kehu.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Serves the merged document at {@code /openapi}, as JSON or, with {@code ?format=yaml} or by Accept, as YAML. */
@ApplicationScoped
class OpenApiRoute {

    private static final String YAML_TYPE = "application/yaml";
    private static final String JSON_TYPE = "application/json";

    private final SuiteOpenApi document;
    private final ObjectMapper json;
    private final ObjectMapper yaml = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build();

    OpenApiRoute(SuiteOpenApi document, ObjectMapper json) {
        this.document = document;
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route("/openapi").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::answer);
    }

    private void answer(RoutingContext exchange) {
        var asYaml = wantsYaml(exchange);
        document.current()
                .map(merged -> {
                    try {
                        return (asYaml ? yaml : json).writeValueAsString(merged);
                    } catch (JsonProcessingException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .onSuccess(text -> exchange.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, (asYaml ? YAML_TYPE : JSON_TYPE) + ";charset=UTF-8")
                        .end(text))
                .onFailure(exchange::fail);
    }

    private static boolean wantsYaml(RoutingContext exchange) {
        var format = exchange.request().getParam("format");
        if (format != null) {
            return format.equalsIgnoreCase("yaml");
        }
        var accepted = exchange.request().getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("yaml") && !accepted.contains("json");
    }
}
