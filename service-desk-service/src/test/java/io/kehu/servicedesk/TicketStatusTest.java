package io.kehu.servicedesk;

import static io.kehu.servicedesk.TicketStatus.ASSIGNED;
import static io.kehu.servicedesk.TicketStatus.CANCELLED;
import static io.kehu.servicedesk.TicketStatus.CLOSED;
import static io.kehu.servicedesk.TicketStatus.DUPLICATE;
import static io.kehu.servicedesk.TicketStatus.IN_PROGRESS;
import static io.kehu.servicedesk.TicketStatus.NEW;
import static io.kehu.servicedesk.TicketStatus.REJECTED;
import static io.kehu.servicedesk.TicketStatus.REOPENED;
import static io.kehu.servicedesk.TicketStatus.RESOLVED;
import static io.kehu.servicedesk.TicketStatus.WAITING_CUSTOMER;
import static io.kehu.servicedesk.TicketStatus.WAITING_THIRD_PARTY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TicketStatusTest {

    private static Set<TicketStatus> after(TicketStatus status) {
        return Stream.of(TicketStatus.values()).filter(status::allows).collect(Collectors.toSet());
    }

    @Test
    void allowsTheMovesOfTheMachineAndNoOthers() {
        assertThat(after(NEW)).containsExactlyInAnyOrder(ASSIGNED, REJECTED, DUPLICATE, CANCELLED);
        assertThat(after(ASSIGNED)).containsExactlyInAnyOrder(IN_PROGRESS, REJECTED, DUPLICATE, CANCELLED);
        assertThat(after(IN_PROGRESS))
                .containsExactlyInAnyOrder(
                        WAITING_CUSTOMER, WAITING_THIRD_PARTY, RESOLVED, REJECTED, DUPLICATE, CANCELLED);
        assertThat(after(WAITING_CUSTOMER)).containsExactlyInAnyOrder(IN_PROGRESS, REJECTED, DUPLICATE, CANCELLED);
        assertThat(after(WAITING_THIRD_PARTY)).containsExactlyInAnyOrder(IN_PROGRESS, REJECTED, DUPLICATE, CANCELLED);
        assertThat(after(RESOLVED)).containsExactlyInAnyOrder(CLOSED, REOPENED);
        assertThat(after(REOPENED)).containsExactlyInAnyOrder(IN_PROGRESS, REJECTED, DUPLICATE, CANCELLED);
        assertThat(Stream.of(CLOSED, REJECTED, DUPLICATE, CANCELLED))
                .allSatisfy(end -> assertThat(after(end)).isEmpty());
    }

    @Test
    void isOpenUntilNothingIsLeftToDo() {
        assertThat(Stream.of(TicketStatus.values()).filter(TicketStatus::isOpen))
                .containsExactly(NEW, ASSIGNED, IN_PROGRESS, WAITING_CUSTOMER, WAITING_THIRD_PARTY, REOPENED);
    }
}
