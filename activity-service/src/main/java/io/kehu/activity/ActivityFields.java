package io.kehu.activity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of an activity, when logging as when changing. */
@Schema(description = "The editable fields of an activity 活动/跟进记录; it belongs to a customer or an opportunity or both")
public record ActivityFields(
        @Schema(description = "Kind 活动类型") @NotNull Activity.Type type,
        @Schema(description = "Who began it 方向") Activity.Direction direction,

        @Schema(description = "Subject 主题", examples = "报价跟进") @NotBlank @Size(max = 200)
        String subject,

        @Schema(description = "What was said and done 跟进内容") @Size(max = 20_000)
        String content,

        @Schema(description = "When it began 跟进时间") @NotNull Instant happenedAt,

        @Schema(description = "How long it took, in minutes 时长") @PositiveOrZero @Max(100_000)
        Integer minutes,

        @Schema(description = "Username of who did it 跟进人, who then owns it; the caller when left out")
        @Pattern(regexp = "\\S{1,100}")
        String performedBy,

        @Schema(description = "Who else took part 参与人") @Size(max = 100)
        Set<@NotBlank @Size(max = 200) String> participants,

        @Schema(description = "The customer 客户") UUID customerId,
        @Schema(description = "The opportunity 商机") UUID opportunityId,

        @Schema(description = "The contacts 联系人 it was with") @Size(max = 50)
        List<UUID> contactIds,

        @Schema(description = "Whether the other side was reached 接通情况; for calls, visits and meetings")
        Activity.Outcome outcome,

        @Schema(description = "What came of it 活动结果") Set<Activity.Result> results,
        @Schema(description = "Needs 需求") @Size(max = 5000) String needs,

        @Schema(description = "Feedback 客户反馈") @Size(max = 5000)
        String feedback) {

    public ActivityFields {
        happenedAt = happenedAt == null ? null : happenedAt.truncatedTo(ChronoUnit.MICROS);
        participants = participants == null ? Set.of() : Set.copyOf(participants);
        contactIds = contactIds == null ? List.of() : List.copyOf(contactIds);
        results = results == null ? Set.of() : Set.copyOf(results);
    }

    /** The same, of this customer. */
    ActivityFields ofCustomer(UUID newCustomerId) {
        return new ActivityFields(
                type,
                direction,
                subject,
                content,
                happenedAt,
                minutes,
                performedBy,
                participants,
                newCustomerId,
                opportunityId,
                contactIds,
                outcome,
                results,
                needs,
                feedback);
    }
}
