package io.kehu.opportunity.pipeline;

import static io.kehu.opportunity.Neighbours.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PipelineVersionTest {

    private static final String STAGES = """
            {"code":"FIRST","name":"First","chineseName":"一","kind":"OPEN","probability":10},
            {"code":"SECOND","name":"Second","chineseName":"二","kind":"OPEN","probability":50,
             "requiredFields":["nextStep"],"allowSkip":false,"color":"#2f80ed","expectedDays":7,"forecastCategory":"COMMIT"},
            {"code":"WON","name":"Won","chineseName":"赢","kind":"WON","probability":100},
            {"code":"LOST","name":"Lost","chineseName":"输","kind":"LOST","probability":0}""";

    private final String code =
            "P" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final String team = "/" + code.toLowerCase();

    private RequestSpecification admin() {
        return as(Tokens.of(
                "anna", team + "/east", "scope:all", "opportunity:read", "opportunity:write", "opportunity:admin"));
    }

    private io.restassured.response.ValidatableResponse put(String stages) {
        return admin().body("{\"name\":\"Own\",\"chineseName\":\"自有\",\"team\":\"%s\",\"stages\":[%s]}"
                        .formatted(team, stages))
                .put("/v1/pipelines/" + code)
                .then();
    }

    private String open(String more) {
        return admin().body("{\"name\":\"deal\"%s}".formatted(more))
                .post("/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void makesAnotherVersionAndLetsDealsGoOnInTheirs() {
        put(STAGES).statusCode(200).body("version", equalTo(1)).body("stages[1].forecastCategory", equalTo("COMMIT"));
        put(STAGES).statusCode(200).body("version", equalTo(1));
        var deal = open("");
        put(STAGES.replace("SECOND", "MIDDLE")).statusCode(200).body("version", equalTo(2));
        admin().get("/v1/pipelines/" + code).then().body("stages[1].code", equalTo("MIDDLE"));
        admin().get("/v1/pipelines/" + code + "/versions").then().body("items.version", contains(2, 1));

        admin().body("{\"stage\":\"MIDDLE\"}")
                .put("/v1/opportunities/" + deal + "/stage")
                .then()
                .statusCode(422);
        admin().body("{\"stage\":\"SECOND\"}")
                .put("/v1/opportunities/" + deal + "/stage")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("nextStep"));
        admin().body("{\"stage\":\"WON\"}")
                .put("/v1/opportunities/" + deal + "/stage")
                .then()
                .statusCode(200)
                .body("stage.pipeline", equalTo(code));
    }

    @Test
    void letsADealGoOnInTheNewestVersionOrElsewhere() {
        put(STAGES).statusCode(200);
        var deal = open("");
        var path = "/v1/opportunities/" + deal;
        admin().body("{\"stage\":\"WON\"}").put(path + "/stage").then().statusCode(200);
        admin().body("{\"stage\":\"FIRST\",\"reason\":\"x\"}")
                .post(path + "/reopen")
                .then()
                .statusCode(200);
        put(STAGES.replace("SECOND", "MIDDLE")).statusCode(200);
        admin().body("{}")
                .put(path + "/pipeline")
                .then()
                .statusCode(200)
                .body("stage.code", equalTo("FIRST"))
                .body("pipelineVersion", equalTo(2));
        admin().body("{\"stage\":\"MIDDLE\"}").put(path + "/stage").then().statusCode(422);
        admin().body("{\"pipeline\":\"STANDARD\"}")
                .put(path + "/pipeline")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("stage"));
        admin().body("{\"pipeline\":\"STANDARD\",\"stages\":{\"FIRST\":\"LOST\"}}")
                .put(path + "/pipeline")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("opportunity.pipeline-kind"));
        admin().body("{\"pipeline\":\"STANDARD\",\"stages\":{\"FIRST\":\"NEEDS_ANALYSIS\"},\"reason\":\"merged\"}")
                .put(path + "/pipeline")
                .then()
                .statusCode(200)
                .body("stage.pipeline", equalTo("STANDARD"));
        admin().get(path + "/stages")
                .then()
                .body("items.stage.code", contains("FIRST", "WON", "FIRST", "NEEDS_ANALYSIS"))
                .body("items[3].reason", equalTo("merged"));
    }

    @Test
    void letsAllOpenDealsGoOnInTheNewestVersion() {
        put(STAGES).statusCode(200);
        var first = open("");
        var second = open(",\"nextStep\":\"call\",\"stage\":\"SECOND\"");
        var won = open("");
        admin().body("{\"stage\":\"WON\"}")
                .put("/v1/opportunities/" + won + "/stage")
                .then()
                .statusCode(200);
        put(STAGES.replace("SECOND", "MIDDLE")
                        .replace("\"probability\":10}", "\"probability\":10,\"requiredFields\":[\"source\"]}"))
                .statusCode(200);
        var bare = open(",\"source\":\"FAIR\"");
        var path = "/v1/pipelines/" + code + "/move";
        admin().get(path).then().statusCode(404);
        admin().body("{}").put(path).then().statusCode(422);
        admin().body("{\"stages\":{\"SECOND\":\"WON\"}}")
                .put(path)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("opportunity.pipeline-kind"));
        admin().body("{\"stages\":{\"SECOND\":\"MIDDLE\"},\"reason\":\"renamed\"}")
                .put(path)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> admin().get(path).then().body("finishedAt", notNullValue()));
        admin().get(path).then().body("moved", equalTo(1)).body("stayed", equalTo(1));
        version(first, 1, "FIRST");
        version(second, 2, "MIDDLE");
        version(won, 1, "WON");
        version(bare, 2, "FIRST");
        admin().get("/v1/opportunities/" + second + "/history")
                .then()
                .body("items[0].type", equalTo("opportunity.stage-changed"))
                .body("items[0].actor", equalTo("system:pipeline-move"));
        as(Tokens.all("ben", "opportunity:read", "opportunity:write"))
                .body("{}")
                .put(path)
                .then()
                .statusCode(403);
    }

    private void version(String deal, int version, String stage) {
        admin().get("/v1/opportunities/" + deal)
                .then()
                .body("pipelineVersion", equalTo(version))
                .body("stage.code", equalTo(stage));
    }

    @Test
    void goesOnAfterTheSaleOnlyBehindAWonStage() {
        var after =
                "{\"code\":\"CARE\",\"name\":\"Care\",\"chineseName\":\"售后\",\"kind\":\"AFTER_SALES\",\"probability\":100},";
        var won = STAGES.indexOf("{\"code\":\"WON\"");
        put(STAGES.substring(0, won) + after + STAGES.substring(won))
                .statusCode(422)
                .body("errors[0].code", equalTo("pipeline.after-won"));
        var lost = STAGES.indexOf("{\"code\":\"LOST\"");
        put(STAGES.substring(0, lost) + after + STAGES.substring(lost)).statusCode(200);
        var path = "/v1/opportunities/" + open("");
        admin().body("{\"stage\":\"WON\"}").put(path + "/stage").then().statusCode(200);
        admin().body("{\"stage\":\"CARE\"}")
                .put(path + "/stage")
                .then()
                .statusCode(200)
                .body("stage.kind", equalTo("AFTER_SALES"))
                .body("closedAt", notNullValue());
    }

    @Test
    void takesDealsOfItsTeamAndOfTheTeamsBelow() {
        put(STAGES).statusCode(200);
        var own = open("");
        admin().get("/v1/opportunities/" + own)
                .then()
                .body("stage.pipeline", equalTo(code))
                .body("stage.code", equalTo("FIRST"));
        var stated = open(",\"pipeline\":\"SOLUTION\"");
        admin().get("/v1/opportunities/" + stated).then().body("stage.pipeline", equalTo("SOLUTION"));
        as(Tokens.of("ben", "/elsewhere", "scope:all", "opportunity:read", "opportunity:write"))
                .body("{\"name\":\"deal\"}")
                .post("/v1/opportunities")
                .then()
                .body("stage.pipeline", equalTo(Pipeline.STANDARD));
        admin().body("{\"name\":\"deal\",\"pipeline\":\"NONE\"}")
                .post("/v1/opportunities")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("pipeline"));
        admin().contentType("application/merge-patch+json")
                .body("{\"pipeline\":\"STANDARD\"}")
                .patch("/v1/opportunities/" + own)
                .then()
                .statusCode(422);
    }

    @Test
    void refusesAPipelineInWhichNoDealCanEnd() {
        put(STAGES.replace("\"kind\":\"LOST\"", "\"kind\":\"INVALID\""))
                .statusCode(422)
                .body("errors[0].code", equalTo("pipeline.needs-stage"));
        put(STAGES.replace("SECOND", "FIRST")).statusCode(422).body("errors[0].code", equalTo("pipeline.stage-twice"));
        as(Tokens.all("ben", "opportunity:read", "opportunity:write"))
                .body("{}")
                .put("/v1/pipelines/" + code)
                .then()
                .statusCode(403);
    }
}
