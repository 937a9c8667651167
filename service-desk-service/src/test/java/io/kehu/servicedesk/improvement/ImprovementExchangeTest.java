package io.kehu.servicedesk.improvement;

import static io.kehu.servicedesk.Importing.anna;
import static io.kehu.servicedesk.Importing.record;
import static io.kehu.servicedesk.Importing.reverted;
import static io.kehu.servicedesk.Importing.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.kehu.servicedesk.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImprovementExchangeTest {

    private final String key = UUID.randomUUID().toString();
    private final UUID customer = Desk.customer("anna", false);

    @Test
    void opensActionsAndChangesOnlyWhatTheFileTells() {
        var job = run("improvements", """
                externalId,措施名称,期限,指标,customer,服务请求类型,days,owner
                %s,缩短响应时间,2036-12-31,NPS,%s,产品维修,30,ben
                """.formatted(key, customer));
        assertThat(job.getInt("created")).as(job.prettify()).isEqualTo(1);
        record("improvements", key)
                .body("status", equalTo("OPEN"))
                .body("kind", equalTo("NPS"))
                .body("days", equalTo(30))
                .body("ticketType", equalTo("REPAIR"))
                .body("customerId", equalTo(customer.toString()))
                .body("answersBefore", equalTo(0))
                .body("owner", equalTo("ben"));
        var later = run("improvements", "externalId,dueOn\n%s,2037-06-30\n".formatted(key));
        assertThat(later.getInt("updated")).as(later.prettify()).isEqualTo(1);
        record("improvements", key)
                .body("dueOn", equalTo("2037-06-30"))
                .body("name", equalTo("缩短响应时间"))
                .body("kind", equalTo("NPS"))
                .body("days", equalTo(30))
                .body("ticketType", equalTo("REPAIR"));
        assertThat(run("improvements", "externalId,dueOn\n%s,2037-06-30\n".formatted(key))
                        .getInt("unchanged"))
                .isEqualTo(1);
        assertThat(reverted("improvements", later).getInt("updated")).isEqualTo(1);
        record("improvements", key).body("dueOn", equalTo("2036-12-31"));
    }

    @Test
    void rejectsWhatItDoesNotKnow() {
        var job = run("improvements", """
                externalId,name,dueOn,type,customer
                %1$s-1,x,2036-12-31,PARTY,
                %1$s-2,x,2036-12-31,,%2$s
                %1$s-3,x,,,
                %1$s-4,x,2036-12-31,,
                """.formatted(key, Desk.customer("anna", true)));
        assertThat(job.getInt("rejected")).isEqualTo(3);
        assertThat(job.getInt("created")).isEqualTo(1);
        record("improvements", key + "-4").body("kind", equalTo("CSAT")).body("days", equalTo(90));
        anna().accept("text/csv")
                .get("/v1/improvements?filter=name==x")
                .then()
                .statusCode(200)
                .body(containsString("Score before"));
    }
}
