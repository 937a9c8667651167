package io.kehu.servicedesk;

import static io.kehu.servicedesk.priority.UsualPriorities.MATRIX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.kehu.events.TicketEvent;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.servicedesk.past.PastCourse;
import io.kehu.servicedesk.priority.PriorityMatrix;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TicketTest {

    private static final UUID CUSTOMER = UUID.randomUUID();

    private static TicketFields fields(String subject, String type, UUID customerId, Level impact, Priority priority) {
        return new TicketFields(
                subject,
                null,
                type,
                "printer",
                "PHONE",
                impact,
                Level.HIGH,
                priority,
                customerId,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Ticket ticket() {
        return new Ticket("T1", "anna", "/support", fields("No ink", "REPAIR", CUSTOMER, Level.MEDIUM, null), MATRIX);
    }

    private static Ticket inProgress() {
        var ticket = ticket();
        ticket.assign(new Assign("ben", null, null));
        ticket.moveTo(TicketStatus.IN_PROGRESS, null);
        return ticket;
    }

    private static Ticket resolved() {
        var ticket = inProgress();
        ticket.resolve(new Resolve("New cartridge", "PART", "worn"));
        return ticket;
    }

    private static List<String> missing(ThrowingCallable work) {
        var failure = assertThatExceptionOfType(Invalid.class).isThrownBy(work).actual();
        assertThat(failure.fields()).extracting(InvalidField::code).containsOnly("field.required");
        return failure.fields().stream().map(InvalidField::field).toList();
    }

    private static void assertForbidden(String code, ThrowingCallable work) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(work)
                .satisfies(violation -> assertThat(violation.code()).isEqualTo(code));
    }

    @Test
    void beginsAsNewAtTheTimeOfAsking() {
        var ticket = ticket();
        assertThat(ticket.opened()).isEqualTo(new TicketEvent.Opened());
        assertThat(ticket.state().status()).isEqualTo("NEW");
        assertThat(ticket.state().openedAt()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(ticket.statuses())
                .containsExactly(
                        new StatusUpdate(TicketStatus.NEW, null, ticket.state().openedAt(), null));
    }

    @Test
    void needsATypeAndACustomer() {
        assertThat(missing(() -> new Ticket("T1", "anna", null, fields("No ink", null, null, null, null), MATRIX)))
                .containsExactly("type", "customerId");
        assertThat(missing(() -> ticket().update(fields("No ink", "REPAIR", null, null, null), MATRIX)))
                .containsExactly("customerId");
    }

    @Test
    void takesItsPriorityFromImpactAndUrgencyUnlessItIsStated() {
        var ticket = ticket();
        assertThat(ticket.state().priority()).isEqualTo("HIGH");
        ticket.update(fields("No ink", "REPAIR", CUSTOMER, Level.HIGH, null), MATRIX);
        assertThat(ticket.state().priority()).isEqualTo("CRITICAL");
        ticket.update(fields("No ink", "REPAIR", CUSTOMER, Level.HIGH, Priority.LOW), MATRIX);
        assertThat(ticket.state().priority()).isEqualTo("LOW");
        assertThat(ticket.fields().priority()).isEqualTo(Priority.LOW);
        ticket.update(fields("No ink", "REPAIR", CUSTOMER, null, null), MATRIX);
        assertThat(ticket.state().priority()).isEqualTo("HIGH");
    }

    @Test
    void keepsItsPriorityWhileNothingOfItChangesWhateverTheMatrixSaysByNow() {
        var lowest = new PriorityMatrix.ByUrgency(Priority.LOW, Priority.LOW, Priority.LOW);
        var relaxed = new PriorityMatrix(lowest, lowest, lowest);
        var ticket = ticket();
        ticket.update(fields("No paper", "REPAIR", CUSTOMER, Level.MEDIUM, null), relaxed);
        assertThat(ticket.state().priority()).isEqualTo("HIGH");
        ticket.update(fields("No paper", "REPAIR", CUSTOMER, Level.HIGH, null), relaxed);
        assertThat(ticket.state().priority()).isEqualTo("LOW");
    }

    @Test
    void tellsWhichFieldsAChangeTouches() {
        var ticket = ticket();
        assertThat(ticket.update(fields("No paper", "INQUIRY", CUSTOMER, Level.MEDIUM, null), MATRIX))
                .contains(new TicketEvent.Updated(Set.of("subject", "type")));
        assertThat(ticket.update(ticket.fields(), MATRIX)).isEmpty();
    }

    @Test
    void keepsItsTextsOutOfWhatIsPublished() {
        var ticket = resolved();
        assertThat(ticket.personal()).isEqualTo(new TicketPersonal("No ink", null, null, "New cartridge"));
        assertThat(ticket.state().toString()).doesNotContain("No ink", "New cartridge");
    }

    @Test
    void belongsToWhoeverItIsAssignedTo() {
        var ticket = ticket();
        assertThat(ticket.assign(new Assign("ben", "printers", null)))
                .contains(new TicketEvent.Assigned(null, "ben", "printers"));
        assertThat(ticket.state().status()).isEqualTo("ASSIGNED");
        assertThat(ticket.owner()).isEqualTo("ben");
        assertThat(ticket.team()).isEqualTo("/support");
        assertThat(ticket.assign(new Assign("ben", null, null))).isEmpty();
        assertThat(ticket.assign(new Assign("carl", null, "/support/east")))
                .contains(new TicketEvent.Assigned("ben", "carl", "printers"));
        assertThat(ticket.team()).isEqualTo("/support/east");
        assertThat(ticket.statuses()).hasSize(2);
    }

    @Test
    void goesBackToAGroupWithoutLosingItsOwner() {
        var ticket = ticket();
        ticket.assign(new Assign("ben", null, null));
        assertThat(ticket.assign(new Assign(null, "networks", null)))
                .contains(new TicketEvent.Assigned("ben", null, "networks"));
        assertThat(ticket.owner()).isEqualTo("ben");
        assertThat(missing(() -> ticket.assign(new Assign(null, null, null)))).containsExactly("assignee");
    }

    @Test
    void isAssignedOnlyWhileThereIsWork() {
        assertForbidden("ticket.not-open", () -> resolved().assign(new Assign("carl", null, null)));
    }

    @Test
    void waitsAndGoesOn() {
        var ticket = inProgress();
        assertThat(ticket.moveTo(TicketStatus.WAITING_CUSTOMER, "asked for a photo"))
                .contains(new TicketEvent.StatusChanged("IN_PROGRESS", "WAITING_CUSTOMER", "asked for a photo"));
        assertThat(ticket.moveTo(TicketStatus.WAITING_CUSTOMER, null)).isEmpty();
        assertForbidden("ticket.status-move", () -> ticket.resolve(new Resolve("Done", null, null)));
        assertThat(ticket.moveTo(TicketStatus.IN_PROGRESS, null)).isPresent();
        assertThat(ticket.statuses())
                .extracting(StatusUpdate::status)
                .containsExactly(
                        TicketStatus.NEW,
                        TicketStatus.ASSIGNED,
                        TicketStatus.IN_PROGRESS,
                        TicketStatus.WAITING_CUSTOMER,
                        TicketStatus.IN_PROGRESS);
        assertThat(ticket.statuses().get(3).reason()).isEqualTo("asked for a photo");
    }

    @Test
    void isDroppedOnlyWithAReason() {
        assertThat(missing(() -> ticket().moveTo(TicketStatus.REJECTED, " "))).containsExactly("reason");
        assertThat(ticket().moveTo(TicketStatus.DUPLICATE, "see T0"))
                .contains(new TicketEvent.StatusChanged("NEW", "DUPLICATE", "see T0"));
        assertForbidden("ticket.status-move", () -> resolved().moveTo(TicketStatus.CANCELLED, "too late"));
    }

    @Test
    void resolvesWithASolution() {
        var ticket = inProgress();
        assertThat(ticket.resolve(new Resolve("New cartridge", "PART", "worn")))
                .isEqualTo(new TicketEvent.Resolved("IN_PROGRESS", "PART"));
        assertThat(ticket.state().resolvedAt()).isNotNull();
        assertThat(ticket.state().rootCause()).isEqualTo("worn");
        assertThat(missing(() -> inProgress().moveTo(TicketStatus.RESOLVED, null)))
                .containsExactly("resolution");
    }

    @Test
    void tellsTheMoveIsForbiddenBeforeWhatItWouldNeed() {
        assertForbidden("ticket.status-move", () -> ticket().moveTo(TicketStatus.RESOLVED, null));
        assertForbidden("ticket.status-move", () -> ticket().moveTo(TicketStatus.REOPENED, null));
        assertForbidden("ticket.status-move", () -> ticket().moveTo(TicketStatus.IN_PROGRESS, null));
        assertForbidden("ticket.status-move", () -> inProgress().moveTo(TicketStatus.NEW, null));
        assertForbidden("ticket.status-move", () -> ticket().close());
        assertThat(missing(() -> ticket().moveTo(TicketStatus.ASSIGNED, null))).containsExactly("assignee");
    }

    @Test
    void closesForGood() {
        var ticket = resolved();
        assertThat(ticket.close()).isEqualTo(new TicketEvent.Closed("RESOLVED"));
        assertThat(ticket.state().closedAt()).isNotNull();
        assertForbidden("ticket.status-move", ticket::close);
        assertForbidden("ticket.status-move", () -> ticket.reopen("not yet"));
        assertThat(resolved().moveTo(TicketStatus.CLOSED, null)).contains(new TicketEvent.Closed("RESOLVED"));
    }

    @Test
    void takesASolutionBackWhenItIsReopened() {
        var ticket = resolved();
        assertThat(missing(() -> ticket.reopen(null))).containsExactly("reason");
        assertThat(ticket.moveTo(TicketStatus.REOPENED, "still no ink"))
                .contains(new TicketEvent.Reopened("RESOLVED", "still no ink", null));
        assertThat(ticket.state().reopenCount()).isEqualTo(1);
        assertThat(ticket.state().resolvedAt()).isNull();
        assertThat(ticket.state().resolutionCode()).isNull();
        assertThat(ticket.state().rootCause()).isEqualTo("worn");
        assertThat(ticket.moveTo(TicketStatus.IN_PROGRESS, null)).isPresent();
    }

    private static final Instant MONDAY = Instant.parse("2016-02-29T01:00:00Z");

    private static StatusUpdate update(TicketStatus status, String sourceStatus, int minutes) {
        return new StatusUpdate(status, sourceStatus, MONDAY.plus(minutes, ChronoUnit.MINUTES), null);
    }

    private static PastCourse course(StatusUpdate... updates) {
        return new PastCourse("dora", null, "Group 7", null, null, "code 5", MONDAY, null, 2, false, List.of(updates));
    }

    private static Ticket imported(StatusUpdate... updates) {
        return Ticket.ofPast(
                "T2", "anna", null, fields("INC1", null, null, null, Priority.LOW), course(updates), MATRIX);
    }

    @Test
    void takesOverAPastThatItsOwnRulesForbid() {
        var past = course(
                update(TicketStatus.IN_PROGRESS, "Active", 10),
                update(TicketStatus.IN_PROGRESS, "Active", 5),
                update(TicketStatus.CLOSED, "Closed", 7));
        assertThat(past.told())
                .isEqualTo(new TicketEvent.Imported(List.of(
                        new TicketEvent.StatusUpdate(1, "IN_PROGRESS", "Active", MONDAY.plusSeconds(600)),
                        new TicketEvent.StatusUpdate(2, "IN_PROGRESS", "Active", MONDAY.plusSeconds(300)),
                        new TicketEvent.StatusUpdate(3, "CLOSED", "Closed", MONDAY.plusSeconds(420)))));
        var ticket = imported(past.updates().toArray(StatusUpdate[]::new));
        assertThat(ticket.statuses()).isEqualTo(past.updates());
        assertThat(ticket.state().status()).isEqualTo("CLOSED");
        assertThat(ticket.state().slaMet()).isFalse();
        assertThat(ticket.state().reopenCount()).isEqualTo(2);
        assertThat(ticket.owner()).isEqualTo("dora");
        assertThat(ticket.update(ticket.fields(), MATRIX)).isEmpty();
    }

    @Test
    void takesOverAPastAgainOnlyWhereItDiffers() {
        var ticket = imported(update(TicketStatus.NEW, "New", 1));
        assertThat(ticket.takeOver(ticket.fields(), ticket.course(), MATRIX)).isEmpty();
        var longer = course(update(TicketStatus.NEW, "New", 1), update(TicketStatus.IN_PROGRESS, "Active", 2));
        assertThat(ticket.takeOver(ticket.fields(), longer, MATRIX)).contains(longer.told());
        assertThat(ticket.state().status()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void keepsWhatWasDoneHereWhenItsPastIsToldAgain() {
        var ticket = imported(update(TicketStatus.RESOLVED, "Resolved", 1));
        ticket.reopen("still no ink");
        assertForbidden(
                "ticket.moved-on",
                () -> ticket.takeOver(ticket.fields(), course(update(TicketStatus.CLOSED, "Closed", 2)), MATRIX));
        assertForbidden("ticket.moved-on", () -> ticket().takeOver(ticket.fields(), ticket.course(), MATRIX));
    }

    @Test
    void goesOnByTheRulesWhereAPastLeftOff() {
        var ticket = imported(update(TicketStatus.RESOLVED, "Resolved", 1));
        assertThat(ticket.moveTo(TicketStatus.CLOSED, null)).isEqualTo(Optional.of(new TicketEvent.Closed("RESOLVED")));
        assertThat(ticket.statuses()).hasSize(2);
    }
}
