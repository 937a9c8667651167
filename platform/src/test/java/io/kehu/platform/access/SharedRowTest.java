package io.kehu.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kehu.events.Collaborator;
import io.kehu.events.Origin;
import io.kehu.platform.problem.DomainProblem;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.reference.KnownRecords;
import io.kehu.platform.testapp.KnownCustomer;
import io.kehu.platform.testapp.Memo;
import io.kehu.platform.testapp.Memos;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a caller may change of a row that he sees only because others let him. */
@QuarkusTest
class SharedRowTest {

    private static final Caller SYSTEM = Caller.system("test", Origin.API);
    private static final Caller ANNA = new Caller("anna", "/sales/east", Scope.OWN, Set.of(), Origin.API, null);

    @Inject
    Memos memos;

    @Inject
    KnownRecords known;

    private Memo memo(Collaborator... collaborators) {
        return SYSTEM.call(() -> memos.write("ben", "/b", null, "shared", List.of(collaborators)));
    }

    private static Collaborator may(Collaborator.Access access, String principal) {
        return new Collaborator(principal, access, null);
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(DomainProblem.class, problem -> {
            assertThat(problem.status()).isEqualTo(403);
            assertThat(problem.code()).isEqualTo(code);
        });
    }

    @Test
    void letsAReaderReadOnly() {
        var memo = memo(may(Collaborator.Access.READ, "anna"));
        assertThat(ANNA.call(() -> memos.require(memo.id()).version())).isEqualTo(1);
        refused("record.read-only", () -> ANNA.run(() -> memos.rewrite(memo.id(), "changed")));
        refused("record.read-only", () -> ANNA.run(() -> memos.unshare(memo.id(), "anna")));
    }

    @Test
    void letsAWriterChangeButNeitherShareNorGiveAway() {
        var memo = memo(may(Collaborator.Access.WRITE, "/sales"), may(Collaborator.Access.READ, "anna"));
        ANNA.run(() -> memos.rewrite(memo.id(), "changed"));
        assertThat(ANNA.call(() -> memos.require(memo.id()).version())).isEqualTo(2);
        refused("record.owner-only", () -> ANNA.run(() -> memos.give(memo.id(), "anna")));
        refused(
                "record.owner-only",
                () -> ANNA.run(() -> memos.share(memo.id(), may(Collaborator.Access.WRITE, "cleo"))));
    }

    @Test
    void letsWhoeverSeesTheCustomerReadOnly() {
        var customer = KnownCustomer.of("anna", "/sales/east");
        QuarkusTransaction.requiringNew().run(() -> known.learn(List.of(customer.told(1))));
        var memo = SYSTEM.call(() -> memos.write("ben", "/b", customer.id(), "of a customer", List.of()));
        assertThat(ANNA.call(() -> memos.require(memo.id()).version())).isEqualTo(1);
        refused("record.read-only", () -> ANNA.run(() -> memos.rewrite(memo.id(), "changed")));
    }

    @Test
    void letsTheOwnerShareAndEndAShare() {
        var ben = new Caller("ben", "/b", Scope.OWN, Set.of(), Origin.API, null);
        var memo = memo();
        ben.run(() -> memos.share(memo.id(), may(Collaborator.Access.READ, "anna")));
        ben.run(() -> memos.share(memo.id(), may(Collaborator.Access.WRITE, "anna")));
        assertThat(ANNA.call(() -> memos.require(memo.id()).collaborators()))
                .containsExactly(may(Collaborator.Access.WRITE, "anna"));
        ben.run(() -> memos.unshare(memo.id(), "anna"));
        assertThatThrownBy(() -> ANNA.call(() -> memos.require(memo.id()))).isInstanceOf(NotFound.class);
    }

    @Test
    void endsAShareWhenItExpires() {
        var memo = memo(new Collaborator(
                "anna", Collaborator.Access.WRITE, Instant.now().minusSeconds(1)));
        assertThatThrownBy(() -> ANNA.call(() -> memos.require(memo.id()))).isInstanceOf(NotFound.class);
    }
}
