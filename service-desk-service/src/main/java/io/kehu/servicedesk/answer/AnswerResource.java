package io.kehu.servicedesk.answer;

import io.kehu.platform.web.Idempotent;
import io.kehu.platform.web.NeverReplayed;
import io.kehu.servicedesk.survey.Invitations;
import io.kehu.servicedesk.survey.SurveyAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

/** Where customers answer by their link, for front ends; browsers get the same as {@link AnswerPageResource a page}. */
@Path(Invitations.PATH)
@Tag(name = "Survey answers 客户评价")
@RunOnVirtualThread
@Idempotent
public class AnswerResource {

    private static final String LANGUAGE =
            "zh-CN or en; by Accept-Language when left out or another one, and else zh-CN";

    /** When the survey has been answered, or its time is over. */
    private static final String USED_UP = "#/components/responses/Problem410";

    private final Invitations invitations;
    private final AnswerAllowance allowance;

    AnswerResource(Invitations invitations, AnswerAllowance allowance) {
        this.invitations = invitations;
        this.allowance = allowance;
    }

    @GET
    @Path("/{token}")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary =
                    "See what is asked 查看问卷: public, without a login, for whoever has the link; browsers get a page that works"
                            + " without scripts")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnswerSheet.class)))
    @APIResponse(responseCode = "410", ref = USED_UP)
    public AnswerSheet getAnswerSheet(
            String token,
            @RestQuery @Parameter(description = LANGUAGE) String lang,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        allowance.take(token, request);
        return AnswerSheet.of(invitations.open(token), Languages.choose(lang, headers.getAcceptableLanguages()));
    }

    @POST
    @Path("/{token}")
    @ResponseStatus(200)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @NeverReplayed
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Answer a survey 提交评价, once: public, without a login, for whoever has the link")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Thanks.class)))
    @APIResponse(responseCode = "410", ref = USED_UP)
    public Thanks answerByLink(
            String token,
            @RestQuery @Parameter(description = LANGUAGE) String lang,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request,
            @Valid @NotNull SurveyAnswer answer) {
        allowance.take(token, request);
        var locale = Languages.choose(lang, headers.getAcceptableLanguages());
        return new Thanks(invitations.answer(token, answer).thanks().in(locale));
    }
}
