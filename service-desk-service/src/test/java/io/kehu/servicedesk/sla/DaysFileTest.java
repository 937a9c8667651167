package io.kehu.servicedesk.sla;

import static io.kehu.servicedesk.Desk.anna;
import static io.kehu.servicedesk.Desk.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A notice of holidays, as an administrator types it up. */
@QuarkusTest
class DaysFileTest {

    private static final String NOTICE = """
            日期,结束日期,类型,名称,时段,来源
            2031年10月1日,2031年10月7日,放假,国庆节,,国办发明电〔2030〕1号
            2031-09-28,,上班,国庆节,09:00-12:00;13:00-17:30,
            """;

    private final String path = "/v1/calendars/file-" + UUID.randomUUID();

    @BeforeEach
    void defineCalendar() {
        admin("application/json", """
                {"name":"x","timeZone":"Asia/Shanghai","hours":[{"days":["MONDAY"],"ranges":[{"from":"09:00","to":"18:00"}]}]}""".getBytes(StandardCharsets.UTF_8), path).statusCode(200);
    }

    private static ValidatableResponse admin(String type, byte[] body, String path) {
        return as(Tokens.all("root", "ticket:read", "ticket:admin"))
                .contentType(type)
                .body(body)
                .put(path)
                .then();
    }

    private ValidatableResponse replace(String csv) {
        return admin("text/csv", csv.getBytes(StandardCharsets.UTF_8), path + "/days");
    }

    private ValidatableResponse days(int year) {
        return anna().get(path + "/days?year=" + year).then();
    }

    @Test
    void takesStretchesOfDaysOffAndDaysToWork() {
        replace(NOTICE).statusCode(200).body("items", hasSize(8)).body("items[0].date", equalTo("2031-09-28"));
        days(2031)
                .body("items[0].kind", equalTo("WORKDAY"))
                .body("items[0].ranges.to", contains("12:00", "17:30"))
                .body("items[7].date", equalTo("2031-10-07"))
                .body("items[7].kind", equalTo("HOLIDAY"))
                .body("items[7].source", equalTo("国办发明电〔2030〕1号"));
    }

    @Test
    void readsWhatASpreadsheetOfThatCountryWrites() {
        admin("text/csv", NOTICE.getBytes(Charset.forName("GB18030")), path + "/days")
                .statusCode(200)
                .body("items[1].name", equalTo("国庆节"));
    }

    @Test
    void replacesTheYearsThatTheFileIsAboutAndNoOther() {
        replace(NOTICE).statusCode(200);
        replace("date,kind,name\n2032-01-01,HOLIDAY,元旦\n").statusCode(200);
        days(2031).body("items", hasSize(8));
        replace("date,kind\n2031-05-01,holiday\n").statusCode(200);
        days(2031).body("items.date", contains("2031-05-01"));
        days(2032).body("items.date", contains("2032-01-01"));
    }

    @Test
    void takesAllOfAFileOrNothing() {
        replace(NOTICE).statusCode(200);
        replace("""
                date,until,kind,hours
                2031-01-01,,HOLIDAY,
                2031-02-30,,HOLIDAY,
                2031-03-05,2031-03-01,HOLIDAY,
                2031-04-01,,PARTY,
                2031-05-01,,WORKDAY,9 to 5
                """)
                .statusCode(422)
                .body("errors.field", hasItems("rows[3].date", "rows[4].until", "rows[5].kind", "rows[6].hours"));
        replace("date,kind\n2031-01-01,HOLIDAY\n2031-01-01,WORKDAY\n")
                .statusCode(422)
                .body("errors[0].code", equalTo("calendar.day-twice"));
        replace("when,kind\n2031-01-01,HOLIDAY\n").statusCode(422);
        replace("date,kind\n").statusCode(422).body("code", equalTo("import.file-empty"));
        days(2031).body("items", hasSize(8));
        anna().contentType("text/csv").body(NOTICE).put(path + "/days").then().statusCode(403);
        admin("text/csv", NOTICE.getBytes(StandardCharsets.UTF_8), "/v1/calendars/GONE/days")
                .statusCode(404);
    }
}
