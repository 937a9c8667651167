package io.kehu.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kehu.events.ActivityEvent;
import io.kehu.platform.problem.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ActivityTest {

    private static final UUID CUSTOMER = UUID.randomUUID();
    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));

    private static ActivityFields fields(Activity.Type type, Activity.Outcome outcome, Instant at, UUID customer) {
        return new ActivityFields(
                type,
                Activity.Direction.OUTBOUND,
                "Quotation",
                "Wants 5 %",
                at,
                20,
                null,
                null,
                customer,
                null,
                null,
                outcome,
                Set.of(Activity.Result.NEEDS_FOLLOW_UP),
                null,
                null);
    }

    private static Activity call() {
        return new Activity(
                "A1", "anna", "/east", fields(Activity.Type.CALL, Activity.Outcome.CONNECTED, YESTERDAY, CUSTOMER));
    }

    private static void invalid(String field, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        problem -> assertThat(problem.fields())
                                .singleElement()
                                .satisfies(each -> assertThat(each.field()).isEqualTo(field)));
    }

    @Test
    void publishesWhatHappenedButNotWhatWasSaid() {
        var call = call();
        assertThat(call.logged()).isEqualTo(new ActivityEvent.Logged());
        assertThat(call.state().outcome()).isEqualTo("CONNECTED");
        assertThat(call.state().results()).containsExactly("NEEDS_FOLLOW_UP");
        assertThat(call.state().toString()).doesNotContain("Quotation", "5 %");
        assertThat(call.personal().content()).isEqualTo("Wants 5 %");
    }

    @Test
    void tellsWhichFieldsChanged() {
        var call = call();
        assertThat(call.update(call.fields())).isEmpty();
        assertThat(call.update(fields(Activity.Type.CALL, Activity.Outcome.NO_ANSWER, YESTERDAY, CUSTOMER)))
                .contains(new ActivityEvent.Updated(Set.of("outcome")));
        assertThat(call.owner()).isEqualTo("anna");
    }

    @Test
    void belongsToACustomerOrAnOpportunity() {
        invalid(
                "customerId",
                () -> new Activity("A1", "anna", null, fields(Activity.Type.NOTE, null, YESTERDAY, null)));
    }

    @Test
    void hasAnOutcomeOnlyWhereSomebodyCanBeReached() {
        invalid(
                "outcome",
                () -> new Activity(
                        "A1",
                        "anna",
                        null,
                        fields(Activity.Type.EMAIL, Activity.Outcome.CONNECTED, YESTERDAY, CUSTOMER)));
    }

    @Test
    void hasHappened() {
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        invalid(
                "happenedAt",
                () -> new Activity("A1", "anna", null, fields(Activity.Type.CALL, null, tomorrow, CUSTOMER)));
    }
}
