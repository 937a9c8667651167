package io.kehu.servicedesk.answer;

import io.kehu.servicedesk.questionnaire.Questionnaire;
import io.kehu.servicedesk.survey.SurveyAnswer;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer is asked, in one language, and nothing of whom or why. */
@Schema(name = "SurveyAnswerSheet", description = "What a customer is asked 问卷内容, in the language of the caller")
public record AnswerSheet(
        @Schema(description = "CSAT, NPS, CES or CUSTOM", examples = "CSAT")
        String kind,

        @Schema(description = "zh-CN or en", examples = "zh-CN")
        String language,

        @Schema(description = "What stands above the questions 引导语")
        String introduction,

        @Schema(description = "Each answered by a score") List<Item> questions,

        @Schema(description = "What may be answered in words, if anything")
        Item comment) {

    /** A question. */
    @Schema(name = "SurveyAnswerItem", description = "A question 问题")
    public record Item(
            @Schema(description = "The field of the answer: score, scores.PRICE, comment", examples = "score")
            String field,

            @Schema(
                    description = "Key of its score in scores; none of the overall score and the comment",
                    examples = "PRICE")
            String dimension,

            String text,
            boolean required,

            @Schema(description = "The lowest score", examples = "1")
            Integer lowest,

            @Schema(description = "The highest score", examples = "5")
            Integer highest) {}

    static AnswerSheet of(Questionnaire questionnaire, Locale locale) {
        var range = questionnaire.range();
        var questions = questionnaire.questions().stream()
                .map(question -> new Item(
                        SurveyAnswer.field(question),
                        question.dimension(),
                        question.text().in(locale),
                        question.required(),
                        range.lowest(),
                        range.highest()))
                .toList();
        var asked = questionnaire.comment();
        var comment =
                asked == null ? null : new Item("comment", null, asked.text().in(locale), asked.required(), null, null);
        return new AnswerSheet(
                questionnaire.kind().name(),
                locale.toLanguageTag(),
                questionnaire.introduction().in(locale),
                questions,
                comment);
    }
}
