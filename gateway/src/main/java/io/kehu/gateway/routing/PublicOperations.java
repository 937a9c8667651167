package io.kehu.gateway.routing;

import io.kehu.gateway.GatewayConfig;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What goes on to a service without a token: the few operations that services offer to anybody, and nothing else. */
@ApplicationScoped
class PublicOperations {

    private static final String ANY_SEGMENT = "*";

    private final List<Pattern> operations;

    PublicOperations(GatewayConfig config) {
        operations = config.publicOperations().stream()
                .map(PublicOperations::pattern)
                .toList();
    }

    /** A star stands for any one segment. */
    private static Pattern pattern(String operation) {
        return Pattern.compile(Arrays.stream(operation.split("/", -1))
                .map(segment -> segment.equals(ANY_SEGMENT) ? "[^/;]+" : Pattern.quote(segment))
                .collect(Collectors.joining("/")));
    }

    boolean contains(HttpServerRequest request) {
        return contains(request.method(), request.path());
    }

    /** Whether the service itself tells browsers which pages may ask for it. */
    boolean mindsOrigins(HttpServerRequest request) {
        return contains(HttpMethod.OPTIONS, request.path());
    }

    private boolean contains(HttpMethod method, String path) {
        var asked = method.name() + " " + path;
        return operations.stream()
                .anyMatch(operation -> operation.matcher(asked).matches());
    }
}
