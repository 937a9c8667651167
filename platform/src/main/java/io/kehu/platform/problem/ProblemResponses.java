package io.kehu.platform.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.kehu.platform.web.Preconditions;
import io.kehu.platform.web.TraceIds;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells every failure as a {@link Problem}; what nobody foresaw becomes a 500 that gives nothing away. */
public class ProblemResponses {

    /** The media type of RFC 9457. */
    public static final String PROBLEM_JSON = "application/problem+json";

    /** PostgreSQL's states for a text with the character U+0000, which it keeps in no column, and in no JSON. */
    private static final Set<String> UNSTORABLE = Set.of("22021", "22P05");

    private static final Logger LOG = Logger.getLogger(ProblemResponses.class);

    /** What {@code failure} would be answered with, for work of which one answer tells several outcomes. */
    public Problem problem(Throwable failure, HttpHeaders headers) {
        var answer = switch (failure) {
            case DomainProblem problem -> domain(problem, headers);
            case ConstraintViolationException violations -> validation(violations, headers);
            case ForbiddenException denied -> denied(denied, headers);
            case WebApplicationException protocol -> protocol(protocol, headers);
            case Exception other -> unforeseen(other, headers);
            default -> throw new IllegalStateException(failure);
        };
        return (Problem) answer.getEntity();
    }

    @ServerExceptionMapper
    public Response domain(DomainProblem problem, HttpHeaders headers) {
        return answer(problem, headers);
    }

    @ServerExceptionMapper
    public Response validation(ConstraintViolationException violations, HttpHeaders headers) {
        var locale = locale(headers);
        var errors = violations.getConstraintViolations().stream()
                .map(violation -> field(violation, locale))
                .sorted(Comparator.comparing(Problem.FieldError::field))
                .toList();
        return answer(400, "validation.failed", Messages.text(locale, "validation.failed"), errors);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(SecurityException failure, HttpHeaders headers) {
        var answer = simple(401, "authentication.required", headers);
        return Response.fromResponse(answer)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response denied(ForbiddenException failure, HttpHeaders headers) {
        return simple(403, "access.denied", headers);
    }

    @ServerExceptionMapper
    public Response protocol(WebApplicationException failure, HttpHeaders headers) {
        if (JsonFault.of(failure.getCause()) instanceof JsonFault fault) {
            return json(fault, headers);
        }
        return switch (failure.getResponse().getStatus()) {
            case 400 ->
                answer(
                        400,
                        "request.malformed",
                        Messages.text(locale(headers), "request.malformed", reason(failure)),
                        null);
            case 401 -> unauthenticated(null, headers);
            case 403 -> simple(403, "access.denied", headers);
            case 404 -> simple(404, "route.not-found", headers);
            case 405 -> simple(405, "method.not-allowed", headers);
            case 406 -> simple(406, "not-acceptable", headers);
            case 413 -> simple(413, "request.too-large", headers);
            case 415 -> simple(415, "media-type.unsupported", headers);
            default -> failure.getResponse();
        };
    }

    @ServerExceptionMapper
    public Response json(MismatchedInputException failure, HttpHeaders headers) {
        return json(JsonFault.of(failure), headers);
    }

    @ServerExceptionMapper
    public Response persistence(PersistenceException failure, HttpHeaders headers) {
        return unforeseen(failure, headers);
    }

    @ServerExceptionMapper(priority = 10_000)
    public Response unforeseen(Exception failure, HttpHeaders headers) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var known = known(cause, headers);
            if (known != null) {
                return known;
            }
        }
        LOG.errorf(failure, "Unforeseen failure, traceId %s", TraceIds.current());
        return simple(500, "internal", headers);
    }

    private Response known(Throwable cause, HttpHeaders headers) {
        if (JsonFault.of(cause) instanceof JsonFault fault) {
            return json(fault, headers);
        }
        return switch (cause) {
            case DomainProblem problem -> answer(problem, headers);
            case OptimisticLockException _, StaleStateException _ -> simple(409, "change.concurrent", headers);
            case org.hibernate.exception.ConstraintViolationException unique
            when "23505".equals(unique.getSQLState()) ->
                answer(
                        409,
                        "conflict.unique",
                        Messages.text(locale(headers), "conflict.unique", unique.getConstraintName()),
                        null);
            case SQLException sql
            when sql.getSQLState() != null && UNSTORABLE.contains(sql.getSQLState()) ->
                simple(400, "text.unstorable", headers);
            case IOException unread
            when String.valueOf(unread.getMessage()).contains("multipart") ->
                simple(400, "request.form-malformed", headers);
            case SQLTransientException _ -> unavailable(headers);
            case SQLException sql when "57014".equals(sql.getSQLState()) -> simple(503, "query.too-broad", headers);
            case SQLException sql
            when sql.getSQLState() != null && sql.getSQLState().matches("(08|53|57).*") -> unavailable(headers);
            case SQLException sql
            when sql.getMessage() != null && sql.getMessage().contains("Acquisition timeout") -> unavailable(headers);
            case RollbackException _ -> null;
            default -> null;
        };
    }

    private Response answer(DomainProblem problem, HttpHeaders headers) {
        var locale = locale(headers);
        var errors = problem.fields().stream()
                .map(field -> new Problem.FieldError(
                        field.field(), field.code(), Messages.text(locale, field.code(), field.arguments())))
                .toList();
        var answer = answer(
                problem.status(),
                problem.code(),
                Messages.text(locale, problem.code(), problem.arguments()),
                errors.isEmpty() ? null : errors,
                problem.details());
        return switch (problem) {
            case Merged merged
            when Preconditions.pathOf(merged.id(), merged.survivorId()) instanceof String path ->
                Response.status(301).header(HttpHeaders.LOCATION, path).build();
            case PreconditionFailed stale ->
                Response.fromResponse(answer)
                        .header(HttpHeaders.ETAG, "\"" + stale.currentVersion() + "\"")
                        .build();
            case Unavailable _ -> retryable(answer);
            case TooMany often ->
                Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, often.seconds())
                        .build();
            case Conflict conflict when conflict.code().equals("idempotency.in-flight") -> retryable(answer);
            default -> answer;
        };
    }

    private Response json(JsonFault fault, HttpHeaders headers) {
        var locale = locale(headers);
        if (fault.field() == null) {
            return answer(400, "request.malformed", Messages.text(locale, "request.malformed", fault.reason()), null);
        }
        var error = new Problem.FieldError(
                fault.field(), fault.code(), Messages.text(locale, fault.code(), fault.reason()));
        return answer(400, "validation.failed", Messages.text(locale, "validation.failed"), List.of(error));
    }

    private Response unavailable(HttpHeaders headers) {
        return retryable(simple(503, "service.unavailable", headers));
    }

    private static Response retryable(Response answer) {
        return Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, 2).build();
    }

    private Response simple(int status, String code, HttpHeaders headers) {
        return answer(status, code, Messages.text(locale(headers), code), null);
    }

    private static Response answer(int status, String code, String detail, List<Problem.FieldError> errors) {
        return answer(status, code, detail, errors, null);
    }

    private static Response answer(
            int status, String code, String detail, List<Problem.FieldError> errors, Object details) {
        var problem = new Problem(
                "urn:kehu:problem:" + code,
                HttpResponseStatus.valueOf(status).reasonPhrase(),
                status,
                detail,
                code,
                errors,
                TraceIds.current(),
                details);
        return Response.status(status)
                .type(MediaType.valueOf(PROBLEM_JSON))
                .entity(problem)
                .build();
    }

    private static Locale locale(HttpHeaders headers) {
        return Messages.locale(headers.getAcceptableLanguages());
    }

    private static String reason(WebApplicationException failure) {
        return failure.getMessage() == null
                ? ""
                : failure.getMessage().lines().findFirst().orElse("");
    }

    /** The path of the field without the names of Java's method and parameter in front. */
    private static Problem.FieldError field(ConstraintViolation<?> violation, Locale locale) {
        var nodes = new ArrayList<String>();
        violation.getPropertyPath().forEach(node -> nodes.add(node.toString()));
        var skipped = violation.getExecutableParameters() == null ? 0 : nodes.size() > 2 ? 2 : 1;
        var field = String.join(".", nodes.subList(Math.min(skipped, nodes.size()), nodes.size()));
        return new Problem.FieldError(field, Violations.code(violation), Violations.text(violation, locale));
    }
}
