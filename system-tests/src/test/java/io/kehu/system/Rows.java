package io.kehu.system;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One record of every kind that has owners, all of them the administrator's, with personal data to be hidden. */
final class Rows {

    /** Digits of the phones and local part of the addresses in {@link #make}; nothing else contains them. */
    static final String PHONE = "13900139017";

    static final String EMAIL = "nobody.must.see";

    private final Suite suite;
    private final Map<String, String> ids = new HashMap<>();
    /** Texts, as a response is read but once, by whichever thread comes first. */
    private final Map<String, String> views = new ConcurrentHashMap<>();

    private Rows(Suite suite) {
        this.suite = suite;
    }

    static Rows make(Suite suite) {
        var rows = new Rows(suite);
        var personal = "\"phone\":\"+86" + PHONE + "\",\"email\":\"" + EMAIL + "@example.com\"";
        var customer = rows.create("customers", "{\"name\":\"保密 %s\",%s}".formatted(UUID.randomUUID(), personal));
        rows.create("contacts", "{\"name\":\"欧阳\",\"customerId\":\"%s\",%s}".formatted(customer, personal));
        rows.create(
                "leads",
                "?onDuplicate=create",
                "{\"name\":\"secret lead\",\"source\":\"FAIR\",%s}".formatted(personal));
        rows.create("opportunities", "{\"name\":\"secret deal\",\"customerId\":\"%s\"}".formatted(customer));
        rows.create("activities", """
            {"type":"CALL","subject":"call","happenedAt":"2026-03-01T02:00:00Z","customerId":"%s","outcome":"CONNECTED"}\
            """.formatted(customer));
        rows.create("contracts", """
            {"name":"secret contract","customerId":"%s","amount":{"amount":"1","currency":"CNY"},
             "startsOn":"2026-01-01","endsOn":"2026-12-31"}\
            """.formatted(customer));
        rows.create("campaigns", "{\"name\":\"secret campaign\",\"type\":\"OTHER\"}");
        rows.create("market-research", """
            {"name":"secret research","customerId":"%s","researchedOn":"2026-03-01","method":"DESK"}\
            """.formatted(customer));
        rows.create("targets", """
            {"subjectKind":"TEAM","subject":"/secret/%s","metric":"WON_COUNT","year":2026,
             "months":[1,1,1,1,1,1,1,1,1,1,1,1]}\
            """.formatted(UUID.randomUUID()));
        rows.create("tickets", rows.ticket(customer));
        rows.create("improvements", """
            {"name":"secret improvement","customerId":"%s","dueOn":"2026-12-31"}""".formatted(customer));
        rows.create("visits", """
            {"purpose":"secret visit","customerId":"%s","plannedAt":"2026-12-31T02:00:00Z"}""".formatted(customer));
        rows.ids.put("surveys", rows.survey(customer));
        for (var resource : new String[] {
            "customers",
            "contacts",
            "leads",
            "opportunities",
            "products",
            "tickets",
            "surveys",
            "competitors",
            "targets",
            "campaigns",
            "campaign-members",
            "market-research",
            "improvements",
            "visits"
        }) {
            rows.ids.put(resource + "/imports", rows.startImport(resource));
        }
        return rows;
    }

    private String ticket(String customer) {
        return "{\"subject\":\"secret\",\"type\":\"TECHNICAL_SUPPORT\",\"customerId\":\"%s\",\"priority\":\"HIGH\"}"
                .formatted(customer);
    }

    private String create(String resource, String body) {
        return create(resource, "", body);
    }

    private String create(String resource, String query, String body) {
        var id = suite.as("admin")
                .body(body)
                .post("/v1/" + resource + query)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        ids.put(resource, id);
        return id;
    }

    /** A survey is sent when a ticket is closed. */
    private String survey(String customer) {
        var ticket =
                suite.as("admin").body(ticket(customer)).post("/v1/tickets").<String>path("id");
        var path = "/v1/tickets/" + ticket;
        suite.as("admin")
                .body("{\"assignee\":\"support\"}")
                .post(path + "/assign")
                .then()
                .statusCode(200);
        suite.as("admin")
                .body("{\"status\":\"IN_PROGRESS\"}")
                .put(path + "/status")
                .then()
                .statusCode(200);
        suite.as("admin")
                .body("{\"resolution\":\"done\",\"resolutionCode\":\"FIXED\"}")
                .post(path + "/resolve")
                .then()
                .statusCode(200);
        suite.as("admin").post(path + "/close").then().statusCode(200);
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> suite.as("admin")
                                .get("/v1/surveys?filter=ticketId==" + ticket)
                                .jsonPath()
                                .getString("items[0].id"),
                        id -> id != null);
    }

    private String startImport(String resource) {
        var door = new Door("gateway", suite.url("GATEWAY"));
        var csv = "name,phone,email\n%s,+86%s,%s@example.com\n,x,\n".formatted(resource, PHONE, EMAIL);
        var answer = door.upload("/v1/" + resource + "/imports", suite.token("admin"), csv);
        var location = answer.headers().firstValue("Location").orElse(null);
        return location == null ? UUID.randomUUID().toString() : location.substring(location.lastIndexOf('/') + 1);
    }

    /** The business number of the record that an operation is tried on, which every list shows. */
    String number(ApiOperation operation) {
        return JsonPath.from(view(operation)).getString("number");
    }

    /** The list that has this one record, for whoever may see it. */
    String pathOfList(ApiOperation operation) {
        return operation.template() + "?filter=number==" + number(operation);
    }

    /** Whether the record of an operation has the personal data that nobody must see. */
    boolean hasPersonalData(ApiOperation operation) {
        return of(operation) != null && view(operation).contains(EMAIL);
    }

    private String view(ApiOperation operation) {
        return views.computeIfAbsent(
                operation.resource(),
                resource -> suite.as("admin")
                        .get("/v1/" + resource + "/" + ids.get(resource))
                        .asString());
    }

    /** The record that an operation is tried on, or null if there is none of its kind. */
    String of(ApiOperation operation) {
        var imports = operation.template().contains("/imports/");
        return ids.get(imports ? operation.resource() + "/imports" : operation.resource());
    }
}
