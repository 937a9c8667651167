package io.kehu.servicedesk.answer;

import static io.kehu.servicedesk.questionnaire.Asking.admin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.kehu.servicedesk.Desk;
import io.kehu.servicedesk.questionnaire.Asking;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The page as it comes over HTTP; {@link AnswerPageBrowserTest} looks at it. */
@QuarkusTest
class AnswerPageTest {

    /** As browsers ask for pages. */
    private static RequestSpecification browser(String language) {
        return given().accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .header("Accept-Language", language);
    }

    private static Response send(String path, String form) {
        return browser("zh-CN")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .body(form)
                .post(path);
    }

    @Test
    void isGivenToBrowsersInTheirLanguage() {
        var link = Links.make("NPS", "");
        browser("zh-CN,zh;q=0.9")
                .get(link.path())
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("<html lang=\"zh-CN\">"), containsString("总体满意吗？ （必答）"));
        browser("en-US,en")
                .get(link.path())
                .then()
                .body(
                        containsString("<html lang=\"en\">"),
                        containsString("All in all? (required)"),
                        containsString("And the price? (optional)"));
        browser("fr").get(link.path() + "?lang=en").then().body(containsString("<html lang=\"en\">"));
        browser("fr").get(link.path()).then().body(containsString("<html lang=\"zh-CN\">"));
        browser("en").get(link.path() + "?lang=fr").then().body(containsString("<html lang=\"en\">"));
    }

    @Test
    void isKeptNowhereAndRunsNothing() {
        var link = Links.make("CSAT", "");
        var page = browser("en").get(link.path());
        page.then()
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("form-action 'self'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .body(not(containsString("<script")));
    }

    @Test
    void takesAFormOnceAndThanks() {
        var link = Links.make("CSAT", "");
        send(link.path(), "score=4&scores.PRICE=2&comment=%E5%BE%88%E5%A5%BD")
                .then()
                .statusCode(200)
                .body(containsString("<h1>谢谢</h1>"), containsString("多谢"));
        admin().get(link.survey())
                .then()
                .body("score", equalTo(4))
                .body("scores.PRICE", equalTo(2))
                .body("comment", equalTo("很好"))
                .body("answeredBy", equalTo("LINK"));
        send(link.path(), "score=5").then().statusCode(410).body(containsString("已经评价"));
        browser("en").get(link.path()).then().statusCode(410).body(containsString("Already answered"));
    }

    @Test
    void saysWhatIsMissingAndKeepsWhatIsThere() {
        var link = Links.make("CSAT", "");
        send(link.path(), "scores.PRICE=2&comment=%3Cb%3Ea%26b%3C%2Fb%3E")
                .then()
                .statusCode(422)
                .body(
                        containsString("<title>错误：您的评价</title>"),
                        containsString("<a href=\"#score-1\">总体满意吗？</a>"),
                        containsString("id=\"scores-PRICE-2\" value=\"2\" checked"),
                        containsString("&lt;b&gt;a&amp;b&lt;/b&gt;</textarea>"),
                        not(containsString("<b>")));
        send(link.path(), "score=9").then().statusCode(422);
        send(link.path(), "score=x&colour=red").then().statusCode(422);
        admin().get(link.survey()).then().body("status", equalTo("SENT"));
    }

    @Test
    void losesNothingOfALongComment() {
        var link = Links.make("CSAT", "");
        var words = "好".repeat(4_998);
        send(link.path(), "score=4&comment=" + encoded(words + "\r\n好啊"))
                .then()
                .statusCode(422)
                .body(containsString("最多 5000 个字符"), containsString(words + "\n好啊</textarea>"));
        send(link.path(), "score=4&comment=" + encoded(words + "\r\n好")).then().statusCode(200);
        admin().get(link.survey()).then().body("comment", equalTo(words + "\n好"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void writesWhatAnybodyWritesAsText() {
        var script = "<script>alert(1)</script>\\\" onload='x'";
        var key = "q-" + UUID.randomUUID();
        admin().body(Asking.json("CSAT", "\"occasion\":\"MANUAL\"", "")
                        .replace("All in all?", script)
                        .replace("Please judge", script)
                        .replace("Anything else?", script)
                        .replace("Thanks a lot", script))
                .put("/v1/questionnaires/" + key)
                .then()
                .statusCode(200);
        var survey = admin().body(
                        "{\"questionnaire\":\"%s\",\"customerId\":\"%s\"}".formatted(key, Desk.customer("anna", false)))
                .post("/v1/surveys")
                .header("Location");
        var path = Links.renew(survey) + "?lang=en";
        for (var page : new Response[] {
            browser("en").get(path),
            send(path, "comment=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E"),
            send(path, "score=1")
        }) {
            assertThat(page.asString()).contains("&lt;script&gt;").doesNotContain("<script", "onload='");
        }
    }

    @Test
    void tellsNothingToWhoeverHasNoLink() {
        browser("en")
                .get("/v1/survey-answers/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("There is no survey behind this link."));
        send("/v1/survey-answers/<script>", "score=1").then().statusCode(404).body(not(containsString("<script")));
    }
}
