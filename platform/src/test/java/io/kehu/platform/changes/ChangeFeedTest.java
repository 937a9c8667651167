package io.kehu.platform.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kehu.events.Collaborator;
import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Scope;
import io.kehu.platform.changes.ChangedRecord.Gone;
import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.problem.Expired;
import io.kehu.platform.reference.KnownRecords;
import io.kehu.platform.testapp.KnownCustomer;
import io.kehu.platform.testapp.Memos;
import io.kehu.platform.testapp.Note;
import io.kehu.platform.testapp.Notes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangeFeedTest {

    private static final Caller SYSTEM = Caller.system("test", Origin.API);

    @Inject
    Notes notes;

    @Inject
    Memos memos;

    @Inject
    KnownRecords known;

    private static Caller user(String name) {
        return new Caller(name + "-" + UUID.randomUUID(), "/delta", Scope.OWN, Set.of(), Origin.API, null);
    }

    /** Somebody who keeps a copy. */
    private static final class Reader {

        private final Caller caller;
        private final BiFunction<String, Integer, Changes<UUID>> feed;
        private String cursor;

        Reader(Caller caller, BiFunction<String, Integer, Changes<UUID>> feed) {
            this.caller = caller;
            this.feed = feed;
            read();
        }

        List<ChangedRecord<UUID>> read() {
            var all = new ArrayList<ChangedRecord<UUID>>();
            Changes<UUID> answer;
            do {
                answer = caller.call(() -> feed.apply(cursor, 2));
                all.addAll(answer.items());
                cursor = answer.nextCursor();
            } while (answer.more());
            return all;
        }
    }

    private Reader reader(Caller caller) {
        return new Reader(caller, notes::changes);
    }

    private Note write(Caller owner, Collaborator... collaborators) {
        return SYSTEM.call(() -> notes.write(owner.username(), null, "delta", null, List.of(collaborators)));
    }

    private static ChangedRecord<UUID> there(UUID id) {
        return new ChangedRecord<>(id, id, null, null);
    }

    private static ChangedRecord<UUID> away(UUID id, Gone why) {
        return new ChangedRecord<>(id, null, why, null);
    }

    @Test
    void tellsWhatIsMadeChangedAndDeletedPageByPage() {
        var anna = user("anna");
        var before = write(anna);
        var reader = reader(anna);
        assertThat(reader.read()).isEmpty();
        var made = List.of(write(anna).id(), write(anna).id(), write(anna).id());
        anna.run(() -> notes.rewrite(before.id(), "changed"));
        anna.run(() -> notes.delete(made.get(1)));
        write(user("somebody-else"));
        var told = reader.read();
        assertThat(told)
                .contains(there(made.get(0)), away(made.get(1), Gone.DELETED), there(made.get(2)), there(before.id()));
        assertThat(told).extracting(ChangedRecord::id).containsOnly(made.get(0), made.get(1), made.get(2), before.id());
        assertThat(reader.read()).isEmpty();
    }

    @Test
    void missesNothingThatCommitsLate() throws Exception {
        var anna = user("anna");
        var reader = reader(anna);
        var written = new AtomicReference<UUID>();
        var open = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var late = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    written.set(write(anna).id());
                    open.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }));
        open.await();
        var quick = write(anna).id();
        var told = new ArrayList<>(reader.read());
        assertThat(told).doesNotContain(there(written.get()));
        end.countDown();
        late.join();
        told.addAll(reader.read());
        assertThat(told).contains(there(quick), there(written.get()));
    }

    @Test
    void missesNothingOfManyWritersAtOnce() {
        var anna = user("anna");
        var reader = reader(anna);
        var told = new ArrayList<ChangedRecord<UUID>>();
        var written = new ArrayList<CompletableFuture<UUID>>();
        for (var index = 0; index < 40; index++) {
            written.add(CompletableFuture.supplyAsync(() -> write(anna).id()));
        }
        while (!written.stream().allMatch(CompletableFuture::isDone)) {
            told.addAll(reader.read());
        }
        told.addAll(reader.read());
        assertThat(told)
                .extracting(ChangedRecord::id)
                .containsAll(written.stream().map(CompletableFuture::join).toList());
    }

    @Test
    void tellsOfARecordThatWasGivenAwayOnlyWhoeverCouldSeeIt() {
        var anna = user("anna");
        var ben = user("ben");
        var cleo = user("cleo");
        var note = write(anna).id();
        var readers = List.of(reader(anna), reader(ben), reader(cleo));
        SYSTEM.run(() -> notes.give(note, ben.username()));
        SYSTEM.run(() -> notes.rewrite(note, "by the new owner"));
        assertThat(readers.get(0).read()).containsExactly(away(note, Gone.OUT_OF_SIGHT));
        assertThat(readers.get(1).read()).contains(there(note));
        assertThat(readers.get(2).read()).isEmpty();
    }

    @Test
    void tellsOfSharesThatEnd() {
        var ben = user("ben");
        var end = Instant.now().plusSeconds(2);
        var note = write(user("anna"), new Collaborator(ben.username(), Collaborator.Access.READ, end))
                .id();
        var reader = reader(ben);
        SYSTEM.run(() -> notes.rewrite(note, "while it is shared"));
        assertThat(reader.read()).containsExactly(there(note));
        await().until(() -> Instant.now().isAfter(end.plusMillis(100)));
        SYSTEM.run(() -> notes.rewrite(note, "after the end"));
        assertThat(reader.read()).contains(away(note, Gone.OUT_OF_SIGHT));
        assertThat(reader.read()).isEmpty();
    }

    @Test
    void tellsOfWhatHangsOnACustomerThatChangesHands() {
        var anna = user("anna");
        var ben = user("ben");
        var customer = KnownCustomer.of(anna.username(), "/delta");
        QuarkusTransaction.requiringNew().run(() -> known.learn(List.of(customer.told(1))));
        var memo = SYSTEM.call(() -> memos.write("somebody", null, customer.id(), "hangs", List.of()))
                .id();
        var readers = List.of(
                new Reader(anna, memos::changes),
                new Reader(ben, memos::changes),
                new Reader(user("cleo"), memos::changes));
        var given = new KnownCustomer(customer.id(), ben.username(), "/delta", List.of(), false);
        QuarkusTransaction.requiringNew().run(() -> known.learn(List.of(given.told(2))));
        assertThat(readers.get(0).read()).containsExactly(away(memo, Gone.OUT_OF_SIGHT));
        assertThat(readers.get(1).read()).containsExactly(there(memo));
        assertThat(readers.get(2).read()).isEmpty();
    }

    @Test
    void refusesACursorThatItCannotGoOnFrom() {
        var anna = user("anna");
        var cursor = anna.call(() -> notes.changes(null, 2)).nextCursor();
        var promoted = new Caller(anna.username(), "/delta", Scope.ALL, Set.of(), Origin.API, null);
        assertThatThrownBy(() -> promoted.call(() -> notes.changes(cursor, 2)))
                .isInstanceOfSatisfying(
                        Expired.class, gone -> assertThat(gone.code()).isEqualTo("changes.scope-changed"));
        assertThatThrownBy(() -> anna.call(() -> notes.changes("nonsense", 2))).isInstanceOf(BadRequest.class);
        var parsed = ChangeCursor.parse(cursor);
        var old = new ChangeCursor(
                parsed.history(),
                parsed.seer(),
                parsed.until().minusSeconds(31 * 86_400),
                parsed.events(),
                parsed.standing(),
                null);
        var restored = new ChangeCursor(
                UUID.randomUUID(), parsed.seer(), parsed.until(), parsed.events(), parsed.standing(), null);
        for (var refused : List.of(old, restored)) {
            assertThatThrownBy(() -> anna.call(() -> notes.changes(refused.write(), 2)))
                    .isInstanceOfSatisfying(
                            Expired.class, gone -> assertThat(gone.code()).isEqualTo("changes.cursor-old"));
        }
    }
}
