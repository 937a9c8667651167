package io.kehu.servicedesk.improvement;

import io.kehu.servicedesk.questionnaire.Question;
import io.kehu.servicedesk.questionnaire.SurveyKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of an improvement action, when opening as when changing. */
@Schema(description = "The editable fields of an improvement action 改进措施")
public record ImprovementFields(
        @Schema(description = "Title 措施名称", examples = "缩短维修响应时间") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "What is to be done 措施内容") @Size(max = 20_000)
        String description,

        @Schema(description = "Whose scores are to rise 指标; CSAT when left out", examples = "CSAT")
        SurveyKind kind,

        @Schema(
                description = "What is to improve 改进维度, as in questionnaires; the whole when left out",
                examples = "RESPONSE_SPEED")
        @Pattern(regexp = Question.DIMENSION)
        String dimension,

        @Schema(description = "Whose answers count 客户; all customers' when left out")
        UUID customerId,

        @Schema(description = "About which product 产品; all when left out")
        UUID productId,

        @Schema(description = "About which type of tickets 请求类型; all when left out", examples = "REPAIR")
        String ticketType,

        @Schema(description = "About which category of tickets 分类; all when left out") @Size(min = 1, max = 100)
        String ticketCategory,

        @Schema(description = "About whose tickets 客服; all when left out") @Size(min = 1, max = 100)
        String agent,

        @Schema(description = "By which questionnaire 问卷; all of the kind when left out")
        @Pattern(regexp = "[A-Za-z0-9_-]{1,64}")
        String questionnaire,

        @Schema(description = "Of how many days the answers count 统计天数; 90 when left out", examples = "90")
        @Min(1)
        @Max(730)
        Integer days,

        @Schema(description = "Day 期限 by which it is to be done", examples = "2026-12-31") @NotNull
        LocalDate dueOn,

        @Schema(description = "Surveys 满意度调查 that it answers to") @Size(max = 100)
        Set<@NotNull UUID> surveys,

        @Schema(description = "Tickets 服务请求 that it answers to") @Size(max = 100)
        Set<@NotNull UUID> tickets) {

    private static final int DAYS = 90;

    public ImprovementFields {
        kind = Objects.requireNonNullElse(kind, SurveyKind.CSAT);
        days = Objects.requireNonNullElse(days, DAYS);
        surveys = surveys == null ? Set.of() : Set.copyOf(surveys);
        tickets = tickets == null ? Set.of() : Set.copyOf(tickets);
    }

    ImprovementFields ofCustomer(UUID newCustomerId) {
        return new ImprovementFields(
                name,
                description,
                kind,
                dimension,
                newCustomerId,
                productId,
                ticketType,
                ticketCategory,
                agent,
                questionnaire,
                days,
                dueOn,
                surveys,
                tickets);
    }

    /** Whether both measure the same. */
    boolean measuresAs(ImprovementFields other) {
        return kind == other.kind
                && Objects.equals(dimension, other.dimension)
                && Objects.equals(customerId, other.customerId)
                && Objects.equals(productId, other.productId)
                && Objects.equals(ticketType, other.ticketType)
                && Objects.equals(ticketCategory, other.ticketCategory)
                && Objects.equals(agent, other.agent)
                && Objects.equals(questionnaire, other.questionnaire)
                && Objects.equals(days, other.days);
    }
}
