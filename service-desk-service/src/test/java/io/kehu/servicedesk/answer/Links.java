package io.kehu.servicedesk.answer;

import static io.kehu.servicedesk.questionnaire.Asking.admin;

import io.kehu.servicedesk.Desk;
import io.kehu.servicedesk.questionnaire.Asking;
import java.util.UUID;

/** A survey that has been sent, and the link by which it is answered. */
record Links(String survey, String path) {

    private static final String BY_HAND = "\"occasion\":\"MANUAL\"";

    /** @param more fields of its questionnaire, beginning with a comma, or nothing */
    static Links make(String kind, String more) {
        return of(Asking.define(kind, BY_HAND, more), Desk.customer("anna", false));
    }

    private static Links of(String questionnaire, UUID customer) {
        var survey = admin().body("{\"questionnaire\":\"%s\",\"customerId\":\"%s\"}".formatted(questionnaire, customer))
                .post("/v1/surveys")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return new Links(survey, renew(survey));
    }

    static String renew(String survey) {
        return admin().post(survey + "/invitation")
                .then()
                .statusCode(200)
                .extract()
                .path("path");
    }
}
