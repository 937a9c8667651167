package io.kehu.servicedesk.survey;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The link by which a customer answers, told once. */
@Schema(name = "SurveyInvitation", description = "The link 邀请链接 by which a customer answers a survey, told this once")
public record Invitation(
        @Schema(description = "What opens the survey 令牌, without a login")
        String token,

        @Schema(
                description =
                        "Path of the page 评价页面, to be put behind your public address; also /v1/survey-answers/… as JSON")
        String path,

        @Schema(description = "Until when it is good 有效期至") Instant expiresAt) {}
