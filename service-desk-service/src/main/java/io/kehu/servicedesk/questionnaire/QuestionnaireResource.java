package io.kehu.servicedesk.questionnaire;

import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/questionnaires")
@Tag(name = "Questionnaires 问卷")
@RunOnVirtualThread
@Idempotent
public class QuestionnaireResource {

    private final Questionnaires questionnaires;

    QuestionnaireResource(Questionnaires questionnaires) {
        this.questionnaires = questionnaires;
    }

    @GET
    @RolesAllowed("survey:read")
    @Operation(summary = "List questionnaires 问卷列表 as they are now, in their order, all on one page")
    public Page<QuestionnaireView> listQuestionnaires() {
        return new Page<>(questionnaires.current(), null, null);
    }

    @GET
    @Path("/{key}")
    @RolesAllowed("survey:read")
    @Operation(summary = "Get a questionnaire 查看问卷 as it is now")
    public QuestionnaireView getQuestionnaire(String key) {
        return questionnaires.require(key);
    }

    @GET
    @Path("/{key}/versions")
    @RolesAllowed("survey:read")
    @Operation(summary = "List the versions of a questionnaire 问卷历史版本, the newest first, all on one page")
    public Page<QuestionnaireView> listQuestionnaireVersions(String key) {
        questionnaires.require(key);
        return new Page<>(questionnaires.versions(key), null, null);
    }

    @PUT
    @Path("/{key}")
    @RolesAllowed("survey:admin")
    @Operation(
            summary =
                    "Define a questionnaire, or change one 定义问卷: that makes another version, and surveys keep the one that they were made by; it is not deleted but set inactive")
    public QuestionnaireView putQuestionnaire(
            @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String key, @Valid @NotNull Questionnaire questionnaire) {
        return questionnaires.put(key, questionnaire);
    }
}
