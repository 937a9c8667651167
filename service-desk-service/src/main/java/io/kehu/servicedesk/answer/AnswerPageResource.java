package io.kehu.servicedesk.answer;

import io.kehu.platform.problem.DomainProblem;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.TooMany;
import io.kehu.platform.web.Idempotent;
import io.kehu.platform.web.NeverReplayed;
import io.kehu.servicedesk.survey.Invitations;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** The page on which customers answer, for browsers with scripts or without; what goes wrong is told on a page too. */
@Path(Invitations.PATH)
@RunOnVirtualThread
@Idempotent
public class AnswerPageResource {

    private final Invitations invitations;
    private final AnswerAllowance allowance;

    AnswerPageResource(Invitations invitations, AnswerAllowance allowance) {
        this.invitations = invitations;
        this.allowance = allowance;
    }

    @GET
    @Path("/{token}")
    @Produces(Page.MEDIA_TYPE)
    @PermitAll
    @Operation(hidden = true)
    public Response show(
            String token, @RestQuery String lang, @Context HttpHeaders headers, @Context HttpServerRequest request) {
        var locale = Languages.choose(lang, headers.getAcceptableLanguages());
        try {
            allowance.take(token, request);
            var sheet = AnswerSheet.of(invitations.open(token), locale);
            return respond(200, new SheetPage(sheet, AnswerForm.EMPTY, List.of()).html());
        } catch (DomainProblem problem) {
            return refused(problem, locale);
        }
    }

    @POST
    @Path("/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Page.MEDIA_TYPE)
    @PermitAll
    @NeverReplayed
    @Operation(hidden = true)
    public Response answer(
            String token,
            @RestQuery String lang,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request,
            MultivaluedMap<String, String> fields) {
        var locale = Languages.choose(lang, headers.getAcceptableLanguages());
        try {
            allowance.take(token, request);
            return answered(token, locale, new AnswerForm(fields));
        } catch (DomainProblem problem) {
            return refused(problem, locale);
        }
    }

    private Response answered(String token, Locale locale, AnswerForm form) {
        var questionnaire = invitations.open(token);
        try {
            invitations.answer(token, form.answer(questionnaire));
            return respond(
                    200, Page.message(locale, "thanks", questionnaire.thanks().in(locale)));
        } catch (Invalid invalid) {
            var sheet = AnswerSheet.of(questionnaire, locale);
            return respond(422, new SheetPage(sheet, form, invalid.fields()).html());
        }
    }

    private static Response refused(DomainProblem problem, Locale locale) {
        var told = switch (problem.status()) {
            case 410 -> problem.code().endsWith("answered") ? "answered" : "expired";
            case 429 -> "limit";
            default -> "unknown";
        };
        var page = respond(problem.status(), Page.message(locale, told, null));
        return problem instanceof TooMany often
                ? Response.fromResponse(page)
                        .header(HttpHeaders.RETRY_AFTER, often.seconds())
                        .build()
                : page;
    }

    /** Nothing of it is kept, framed, indexed or sent on; nothing in it runs, and nothing is loaded. */
    private static Response respond(int status, String html) {
        return Response.status(status)
                .entity(html)
                .type(Page.MEDIA_TYPE)
                .header("Content-Security-Policy", Page.CONTENT_SECURITY_POLICY)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }
}
