package io.kehu.servicedesk.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.events.EventJson;
import io.kehu.events.TicketState;
import io.kehu.servicedesk.Priority;
import io.kehu.servicedesk.TicketStatus;
import io.kehu.testing.StateBuilder;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SlaPolicyTest {

    private static final UUID CONTRACT = UUID.randomUUID();

    private static final TicketState TICKET = StateBuilder.of(TicketState.class)
            .with("type", "REPAIR")
            .with("priority", "HIGH")
            .with("channel", "PHONE")
            .with("contractId", CONTRACT)
            .with("entitlement", "EXPIRED")
            .build();

    private static SlaPolicy policy(SlaCondition condition, SlaTarget... targets) {
        return new SlaPolicy("x", 1, null, condition, "CN", List.of(targets), null, null);
    }

    private static boolean holds(SlaCondition condition) {
        return policy(condition).isFor(TICKET, "A");
    }

    @Test
    void isForTicketsOfWhichAllHoldsThatIsStated() {
        assertThat(holds(null)).isTrue();
        assertThat(holds(new SlaCondition(Set.of("REPAIR"), Set.of(Priority.HIGH), null, null, null, null, null)))
                .isTrue();
        assertThat(holds(new SlaCondition(Set.of("RETURN"), Set.of(Priority.HIGH), null, null, null, null, null)))
                .isFalse();
        assertThat(holds(new SlaCondition(null, null, Set.of("EMAIL"), null, null, null, null)))
                .isFalse();
        assertThat(holds(new SlaCondition(null, null, null, Set.of("printer"), null, null, null)))
                .isFalse();
        assertThat(holds(new SlaCondition(null, null, null, null, Set.of("A", "B"), null, null)))
                .isTrue();
        assertThat(holds(new SlaCondition(null, null, null, null, Set.of("C"), null, null)))
                .isFalse();
        assertThat(holds(new SlaCondition(null, null, null, null, null, Set.of(CONTRACT), null)))
                .isTrue();
        assertThat(holds(new SlaCondition(null, null, null, null, null, null, true)))
                .isFalse();
        assertThat(holds(new SlaCondition(null, null, null, null, null, null, false)))
                .isTrue();
    }

    @Test
    void promisesByTheFirstTargetThatFitsThePriority() {
        var policy = policy(
                null, new SlaTarget(Set.of(Priority.CRITICAL), 5, null, null), new SlaTarget(null, 60, null, 480));
        assertThat(policy.minutes(SlaKind.FIRST_RESPONSE, Priority.CRITICAL)).contains(5);
        assertThat(policy.minutes(SlaKind.RESOLUTION, Priority.CRITICAL)).isEmpty();
        assertThat(policy.minutes(SlaKind.FIRST_RESPONSE, Priority.LOW)).contains(60);
        assertThat(policy.minutes(SlaKind.RESOLUTION, Priority.LOW)).contains(480);
    }

    @Test
    void pausesAndWarnsAsUsualUnlessItSaysOtherwise() throws Exception {
        var policy = policy(null, new SlaTarget(null, 60, null, null));
        assertThat(policy.pausesIn(TicketStatus.WAITING_CUSTOMER)).isTrue();
        assertThat(policy.pausesIn(TicketStatus.IN_PROGRESS)).isFalse();
        assertThat(policy.warnings()).containsExactlyInAnyOrder(50, 80);
        assertThat(EventJson.mapper().readValue(EventJson.write(policy), SlaPolicy.class))
                .isEqualTo(policy);
    }
}
