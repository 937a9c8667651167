package io.kehu.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kehu.gateway.UnreadBody;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;

/** Answers a request with a {@link Problem}, also while its body is still on the way. */
@ApplicationScoped
public class Problems {

    private static final int RETRY_AFTER_SECONDS = 2;
    private static final Set<String> LANGUAGES = Set.of("en", "zh");

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    /** A fault that passes tells when to try again: as the caller has set it, else soon. */
    public void answer(RoutingContext exchange, Fault fault, Object... arguments) {
        var response = exchange.response();
        if (response.ended() || response.closed()) {
            return;
        }
        var problem = new Problem(
                "urn:kehu:problem:" + fault.code(),
                HttpResponseStatus.valueOf(fault.status()).reasonPhrase(),
                fault.status(),
                fault.detail(language(exchange), arguments),
                fault.code(),
                null,
                Trace.of(exchange).id());
        response.setStatusCode(fault.status()).putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        switch (fault) {
            case UNAUTHENTICATED -> response.putHeader("WWW-Authenticate", "Bearer");
            case TOO_MANY, UNAVAILABLE, IDENTITY_UNAVAILABLE, TIMEOUT -> {
                if (!response.headers().contains(HttpHeaders.RETRY_AFTER)) {
                    response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER_SECONDS));
                }
            }
            case PATH_REFUSED, MALFORMED, UNKNOWN_ROUTE, TOO_LARGE, QUERY_TOO_LONG, INTERNAL -> {}
        }
        UnreadBody.discard(exchange);
        response.end(write(problem));
    }

    private static Locale language(RoutingContext exchange) {
        return exchange.acceptableLanguages().stream()
                .map(language -> Locale.forLanguageTag(language.tag()))
                .filter(locale -> LANGUAGES.contains(locale.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
