package io.kehu.servicedesk.survey;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.servicedesk.questionnaire.CommentQuestion;
import io.kehu.servicedesk.questionnaire.Question;
import io.kehu.servicedesk.questionnaire.Questionnaire;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer answered. */
@Schema(
        description = "A customer's answer 评价, on the scale of the questionnaire: CSAT 1 (very dissatisfied) to 5 (very"
                + " satisfied), NPS 0 to 10, CES 1 (very difficult) to 7 (very easy)")
public record SurveyAnswer(
        @Schema(description = "Of the whole 总体评分", examples = "5") @Min(0) @Max(10)
        Integer score,

        @Schema(
                description = "By dimension 分项评分, of those that the questionnaire asks about",
                examples = "{\"SERVICE_ATTITUDE\":5,\"RESPONSE_SPEED\":4}")
        @Size(max = 20)
        Map<@NotNull String, @NotNull @Min(0) @Max(10) Integer> scores,

        @Schema(description = "In the customer's words 评价内容, where the questionnaire asks for them")
        @Size(max = SurveyAnswer.LONGEST_COMMENT)
        String comment) {

    public static final int LONGEST_COMMENT = 5000;

    public SurveyAnswer {
        scores = scores == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(scores));
        comment = comment == null || comment.isBlank() ? null : comment;
    }

    /** The name of what answers {@code question}, here as in problems and forms. */
    public static String field(Question question) {
        return question.isOverall() ? "score" : "scores." + question.dimension();
    }

    /** Each score that is given, by its field. */
    private Map<String, Integer> given() {
        var given = new TreeMap<String, Integer>();
        scores.forEach((dimension, value) -> given.put("scores." + dimension, value));
        if (score != null) {
            given.put("score", score);
        }
        return given;
    }

    /** What of it does not answer {@code questionnaire}, in the order of its questions; empty if all is well. */
    public List<InvalidField> faults(Questionnaire questionnaire) {
        var faults = new ArrayList<InvalidField>();
        var unasked = given();
        for (var question : questionnaire.questions()) {
            var value = unasked.remove(field(question));
            var range = questionnaire.range();
            if (value == null && question.required()) {
                faults.add(new InvalidField(field(question), "field.required"));
            } else if (value != null && !range.has(value)) {
                faults.add(new InvalidField(field(question), "survey.score", range.lowest(), range.highest()));
            }
        }
        unasked.keySet().forEach(field -> faults.add(new InvalidField(field, "survey.not-asked")));
        judge(comment, questionnaire.comment(), faults);
        return faults;
    }

    private static void judge(String comment, CommentQuestion question, List<InvalidField> faults) {
        if (comment == null && question != null && question.required()) {
            faults.add(new InvalidField("comment", "field.required"));
        }
        if (comment != null && question == null) {
            faults.add(new InvalidField("comment", "survey.not-asked"));
        }
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            faults.add(new InvalidField("comment", "survey.comment-long", LONGEST_COMMENT));
        }
    }
}
