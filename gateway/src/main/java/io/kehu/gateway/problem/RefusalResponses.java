package io.kehu.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells every failure of the gateway's own resources as a {@link Problem}; what nobody foresaw gives nothing away. */
public class RefusalResponses {

    private static final Logger LOG = Logger.getLogger(RefusalResponses.class);

    @ServerExceptionMapper
    public Response refused(Refused refused, RoutingContext exchange, HttpHeaders headers) {
        var locale = locale(headers);
        var errors = refused.fields().stream()
                .map(field -> new Problem.FieldError(
                        field.name(), field.why().code(), field.why().detail(locale, field.arguments())))
                .toList();
        return answer(refused.refusal(), errors, exchange, headers, refused.arguments());
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException violations, RoutingContext exchange, HttpHeaders headers) {
        var errors = violations.getConstraintViolations().stream()
                .map(RefusalResponses::field)
                .sorted(Comparator.comparing(Problem.FieldError::field))
                .toList();
        return answer(Refusal.INVALID, errors, exchange, headers);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(SecurityException failure, RoutingContext exchange, HttpHeaders headers) {
        return answer(Refusal.UNAUTHENTICATED, List.of(), exchange, headers);
    }

    @ServerExceptionMapper
    public Response denied(ForbiddenException failure, RoutingContext exchange, HttpHeaders headers) {
        return answer(Refusal.DENIED, List.of(), exchange, headers);
    }

    @ServerExceptionMapper
    public Response json(MismatchedInputException failure, RoutingContext exchange, HttpHeaders headers) {
        return body(failure, exchange, headers);
    }

    /** A query parameter that cannot be converted comes as a 404 with a cause: no path parameter here is converted. */
    @ServerExceptionMapper
    public Response protocol(WebApplicationException failure, RoutingContext exchange, HttpHeaders headers) {
        if (failure.getCause() instanceof BodyTooLarge) {
            return answer(Refusal.TOO_LARGE, List.of(), exchange, headers);
        }
        if (failure.getCause() instanceof JsonProcessingException fault) {
            return body(fault, exchange, headers);
        }
        return switch (failure.getResponse().getStatus()) {
            case 400 -> answer(Refusal.MALFORMED, List.of(), exchange, headers, "");
            case 401 -> answer(Refusal.UNAUTHENTICATED, List.of(), exchange, headers);
            case 403 -> answer(Refusal.DENIED, List.of(), exchange, headers);
            case 404 ->
                answer(failure.getCause() == null ? Refusal.ROUTE : Refusal.PARAMETER, List.of(), exchange, headers);
            case 405 -> answer(Refusal.METHOD, List.of(), exchange, headers);
            case 406 -> answer(Refusal.UNACCEPTABLE, List.of(), exchange, headers);
            case 413 -> answer(Refusal.TOO_LARGE, List.of(), exchange, headers);
            case 415 -> answer(Refusal.MEDIA_TYPE, List.of(), exchange, headers);
            default -> unforeseen(failure, exchange, headers);
        };
    }

    @ServerExceptionMapper(priority = 10_000)
    public Response unforeseen(Exception failure, RoutingContext exchange, HttpHeaders headers) {
        if (failure instanceof JsonProcessingException fault) {
            return body(fault, exchange, headers);
        }
        if (failure instanceof BodyTooLarge) {
            return answer(Refusal.TOO_LARGE, List.of(), exchange, headers);
        }
        LOG.errorf(failure, "Unforeseen failure, traceId %s", Trace.of(exchange).id());
        return answer(Refusal.INTERNAL, List.of(), exchange, headers);
    }

    /** What is wrong with a JSON body, without the class names that Jackson would tell. */
    private static Response body(JsonProcessingException failure, RoutingContext exchange, HttpHeaders headers) {
        var locale = locale(headers);
        if (!(failure instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            var place = failure.getLocation();
            var text = place == null ? "" : "line " + place.getLineNr() + ", column " + place.getColumnNr();
            return answer(Refusal.MALFORMED, List.of(), exchange, headers, text);
        }
        var field = path(mapping);
        var error = mapping instanceof UnrecognizedPropertyException unknown
                ? new Problem.FieldError(
                        field,
                        Refusal.FIELD_UNKNOWN.code(),
                        Refusal.FIELD_UNKNOWN.detail(
                                locale,
                                unknown.getKnownPropertyIds().stream()
                                        .map(Object::toString)
                                        .sorted()
                                        .collect(Collectors.joining(", "))))
                : new Problem.FieldError(field, Refusal.FIELD_TYPE.code(), Refusal.FIELD_TYPE.detail(locale));
        return answer(Refusal.INVALID, List.of(error), exchange, headers);
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static Response answer(
            Refusal refusal,
            List<Problem.FieldError> errors,
            RoutingContext exchange,
            HttpHeaders headers,
            Object... arguments) {
        var problem = new Problem(
                "urn:kehu:problem:" + refusal.code(),
                title(refusal.status()),
                refusal.status(),
                refusal.detail(locale(headers), arguments),
                refusal.code(),
                errors.isEmpty() ? null : errors,
                Trace.of(exchange).id());
        var response = Response.status(refusal.status())
                .type(new MediaType("application", "problem+json"))
                .entity(problem);
        if (refusal == Refusal.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (refusal == Refusal.AWAY) {
            response.header(HttpHeaders.RETRY_AFTER, 2);
        }
        return response.build();
    }

    private static String title(int status) {
        var known = Response.Status.fromStatusCode(status);
        return known == null ? "Unprocessable Content" : known.getReasonPhrase();
    }

    private static Locale locale(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .filter(locale -> locale.getLanguage().equals("zh")
                        || locale.getLanguage().equals("en"))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** The path of the field without the names of Java's method and parameter in front. */
    private static Problem.FieldError field(ConstraintViolation<?> violation) {
        var nodes = new ArrayList<String>();
        violation.getPropertyPath().forEach(node -> nodes.add(node.toString()));
        var skipped = violation.getExecutableParameters() == null ? 0 : nodes.size() > 2 ? 2 : 1;
        var rule = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new Problem.FieldError(
                String.join(".", nodes.subList(Math.min(skipped, nodes.size()), nodes.size())),
                "field." + rule.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT),
                violation.getMessage());
    }
}
