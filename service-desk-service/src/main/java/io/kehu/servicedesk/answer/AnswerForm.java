package io.kehu.servicedesk.answer;

import io.kehu.servicedesk.questionnaire.Question;
import io.kehu.servicedesk.questionnaire.Questionnaire;
import io.kehu.servicedesk.survey.SurveyAnswer;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;

/** What somebody has filled in, as a browser sends it. */
record AnswerForm(MultivaluedMap<String, String> fields) {

    static final AnswerForm EMPTY = new AnswerForm(new MultivaluedHashMap<>());

    /** Empty where nothing is filled in. Browsers send a line's end as two characters, and count it as one. */
    String value(String field) {
        var value = fields.getFirst(field);
        return value == null ? "" : value.replace("\r\n", "\n");
    }

    /** The answers to what is asked, whatever else was sent. */
    SurveyAnswer answer(Questionnaire questionnaire) {
        var scores = new HashMap<String, Integer>();
        Integer overall = null;
        for (var question : questionnaire.questions()) {
            var score = score(question);
            if (question.isOverall()) {
                overall = score;
            } else if (score != null) {
                scores.put(question.dimension(), score);
            }
        }
        return new SurveyAnswer(overall, scores, questionnaire.comment() == null ? null : value("comment"));
    }

    /** No browser sends anything but a number of the scale. */
    private Integer score(Question question) {
        var text = value(SurveyAnswer.field(question));
        return text.matches("[0-9]{1,2}") ? Integer.valueOf(text) : null;
    }
}
