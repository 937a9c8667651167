package io.kehu.servicedesk.questionnaire;

import static io.kehu.servicedesk.Desk.as;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kehu.events.EventJson;
import io.kehu.testing.Tokens;
import io.restassured.specification.RequestSpecification;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Questionnaires for tests, of which each is for customers of a level of its own. */
public final class Asking {

    private Asking() {}

    public static RequestSpecification admin() {
        return as(Tokens.all("root", "survey:read", "survey:write", "survey:admin", "survey:delete"));
    }

    /** @param more fields, beginning with a comma, or nothing */
    public static String json(String kind, String trigger, String more) {
        return """
                {"name":"测试","position":1,"kind":"%s",
                 "introduction":{"zh-CN":"请评价","en":"Please judge"},
                 "questions":[{"text":{"zh-CN":"总体满意吗？","en":"All in all?"}},
                   {"dimension":"PRICE","text":{"zh-CN":"价格呢？","en":"And the price?"}}],
                 "comment":{"text":{"zh-CN":"还有什么？","en":"Anything else?"}},
                 "thanks":{"zh-CN":"多谢","en":"Thanks a lot"},
                 "trigger":{%s}%s}""".formatted(kind, trigger, more);
    }

    public static Questionnaire of(String kind, String trigger, String more) {
        try {
            return EventJson.mapper().readValue(json(kind, trigger, more), Questionnaire.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Defines one and answers its key. */
    public static String define(String kind, String trigger, String more) {
        var key = "q-" + UUID.randomUUID();
        admin().body(json(kind, trigger, more))
                .put("/v1/questionnaires/" + key)
                .then()
                .statusCode(200);
        return key;
    }

    /** Sets one inactive, so that it asks nobody any more. */
    public static void end(String key, String kind, String trigger, String more) {
        admin().body(json(kind, trigger, more + ",\"active\":false"))
                .put("/v1/questionnaires/" + key)
                .then()
                .statusCode(200);
    }
}
