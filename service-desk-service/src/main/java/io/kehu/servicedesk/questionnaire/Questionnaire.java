package io.kehu.servicedesk.questionnaire;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked, of whom and when; of those that fit an occasion, the first one is sent. */
@Schema(description = "A questionnaire 问卷")
public record Questionnaire(
        @Schema(description = "Name 名称, for those who manage it", examples = "服务满意度") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Questionnaires are tried in this order 优先级", examples = "100") @Min(0) @Max(10_000)
        int position,

        @Schema(description = "Whether it is sent 启用; true when left out")
        Boolean active,

        @Schema(
                description = "CSAT 满意度 (scores 1 to 5), NPS 净推荐值 (0 to 10), CES 费力度 (1 to 7) or CUSTOM 自定义",
                examples = "CSAT")
        @NotNull
        SurveyKind kind,

        @Schema(description = "The scale 评分范围; only of CUSTOM, where it is 1 to 5 when left out") @Valid
        Scale scale,

        @Schema(description = "What stands above the questions 引导语") @NotNull @Valid
        LocalText introduction,

        @Schema(
                description =
                        "Questions 问题: one about the whole, which only CUSTOM may lack, and one for each dimension 维度")
        @NotEmpty
        @Size(max = 20)
        List<@NotNull @Valid Question> questions,

        @Schema(description = "What may be answered in words 开放问题; nothing when left out") @Valid
        CommentQuestion comment,

        @Schema(description = "What whoever has answered reads 感谢语") @NotNull @Valid
        LocalText thanks,

        @Schema(description = "When it is sent 触发条件") @NotNull @Valid
        Trigger trigger,

        @Schema(description = "Minutes from the occasion to the sending 延迟; 0 when left out", examples = "1440")
        @Min(0)
        @Max(129_600)
        Integer delayMinutes,

        @Schema(description = "Days for the answer 有效天数; 30 when left out", examples = "30") @Min(1) @Max(365)
        Integer expiryDays,

        @Schema(description = "Reminders 催评; none when left out") @Valid
        Reminders reminders,

        @Schema(
                description = "Of how many percent of the occasions 抽样比例 it is sent; 100 when left out",
                examples = "100")
        @Min(0)
        @Max(100)
        Integer samplingPercent,

        @Schema(
                description =
                        "Days in which the same contact, or customer where there is none, is not asked again by any"
                                + " questionnaire 静默天数; 0 when left out",
                examples = "30")
        @Min(0)
        @Max(365)
        Integer quietDays,

        @Schema(
                description =
                        "The highest score 低分阈值 of a detractor 贬损者; 2 of CSAT, 6 of NPS, 3 of CES and none of CUSTOM when"
                                + " left out",
                examples = "2")
        @Min(0)
        @Max(10)
        Integer detractorThreshold) {

    private static final int EXPIRY_DAYS = 30;
    private static final int EVERY_ONE = 100;

    public Questionnaire {
        active = Objects.requireNonNullElse(active, true);
        questions = questions == null ? null : List.copyOf(questions);
        delayMinutes = Objects.requireNonNullElse(delayMinutes, 0);
        expiryDays = Objects.requireNonNullElse(expiryDays, EXPIRY_DAYS);
        samplingPercent = Objects.requireNonNullElse(samplingPercent, EVERY_ONE);
        quietDays = Objects.requireNonNullElse(quietDays, 0);
        detractorThreshold = detractorThreshold == null && kind != null ? kind.low() : detractorThreshold;
    }

    /** The scale that all its questions are answered on. */
    public Scale range() {
        return scale == null ? kind.scale() : scale;
    }

    public Duration delay() {
        return Duration.ofMinutes(delayMinutes);
    }

    public Duration life() {
        return Duration.ofDays(expiryDays);
    }

    /** Whether {@code score} is so low that somebody should care. */
    public boolean isLow(Integer score) {
        return score != null && detractorThreshold != null && score <= detractorThreshold;
    }

    /** Whether an occasion is one of the sample; the same one always is or never. */
    public boolean samples(UUID occasionId) {
        return Math.floorMod(occasionId.hashCode(), EVERY_ONE) < samplingPercent;
    }

    /** What its constraints cannot tell. */
    List<InvalidField> faults() {
        var faults = new ArrayList<InvalidField>(trigger.faults());
        if (scale != null && kind != SurveyKind.CUSTOM) {
            faults.add(new InvalidField("scale", "questionnaire.unfitting", SurveyKind.CUSTOM));
        }
        if (detractorThreshold != null && !range().has(detractorThreshold)) {
            faults.add(new InvalidField("detractorThreshold", "survey.score", range().lowest(), range().highest()));
        }
        if (kind != SurveyKind.CUSTOM && questions.stream().noneMatch(Question::isOverall)) {
            faults.add(new InvalidField("questions", "questionnaire.overall"));
        }
        var asked = new HashSet<String>();
        for (var index = 0; index < questions.size(); index++) {
            if (!asked.add(questions.get(index).dimension())) {
                faults.add(new InvalidField("questions[%d].dimension".formatted(index), "questionnaire.twice"));
            }
        }
        return faults;
    }
}
