package io.kehu.servicedesk.survey;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom somebody wants to ask, and by which questionnaire. */
@Schema(description = "A survey to be sent by hand 手动发送; about a ticket, or of a contact or a customer")
public record SendSurvey(
        @Schema(description = "Key of the questionnaire 问卷", examples = "csat")
        @NotNull
        @Pattern(regexp = "[A-Za-z0-9_-]{1,64}")
        String questionnaire,

        @Schema(description = "The ticket 服务请求 that it is about, of whose customer and contact it is then")
        UUID ticketId,

        @Schema(description = "Who is asked 联系人; of a ticket its contact when left out")
        UUID contactId,

        @Schema(description = "The customer 客户; that of the ticket or contact when left out")
        UUID customerId) {}
