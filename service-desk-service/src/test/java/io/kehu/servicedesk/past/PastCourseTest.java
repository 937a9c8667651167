package io.kehu.servicedesk.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.servicedesk.StatusUpdate;
import io.kehu.servicedesk.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PastCourseTest {

    private static final Predicate<String> USERS = Set.of("ben")::contains;

    private static PastCourse course(String assignee, String sourceAssignee, TicketStatus status) {
        var update = new StatusUpdate(status, "as told", Instant.parse("2016-02-29T01:00:00Z"), null);
        return new PastCourse(
                assignee, sourceAssignee, "Group 7", null, null, null, null, null, null, null, List.of(update));
    }

    @Test
    void keepsTheNameOfAnAgentWhoIsNoUser() {
        assertThat(course("Resolver 89", null, TicketStatus.CLOSED).withAgent(USERS))
                .isEqualTo(course(null, "Resolver 89", TicketStatus.CLOSED));
        assertThat(course("Resolver 89", null, TicketStatus.CANCELLED).withAgent(USERS))
                .isEqualTo(course(null, "Resolver 89", TicketStatus.CANCELLED));
        assertThat(course(null, "Resolver 89", TicketStatus.CLOSED).withAgent(USERS))
                .isEqualTo(course(null, "Resolver 89", TicketStatus.CLOSED));
    }

    @Test
    void belongsToAnAgentWhoIsAUserByNow() {
        assertThat(course("ben", "Resolver 89", TicketStatus.CLOSED).withAgent(USERS))
                .isEqualTo(course("ben", null, TicketStatus.CLOSED));
    }

    @Test
    void needsAUserWhoGoesOnWithAnOpenTicket() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() ->
                        course("Resolver 89", null, TicketStatus.IN_PROGRESS).withAgent(USERS))
                .satisfies(invalid -> assertThat(invalid.fields())
                        .extracting(InvalidField::field, InvalidField::code)
                        .containsExactly(tuple("assignee", "ticket.assignee-unknown")));
    }
}
