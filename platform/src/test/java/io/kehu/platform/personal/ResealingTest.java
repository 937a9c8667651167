package io.kehu.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.kehu.events.ActivityState;
import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.testapp.Note;
import io.kehu.platform.testapp.Notes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResealingTest {

    private static final Caller SYSTEM = Caller.system("test", Origin.API);

    @Inject
    Notes notes;

    @Inject
    History history;

    @Inject
    Resealing resealing;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kehu.personal-data.previous-keys")
    String previousSecret;

    private Note noteOfBefore(String phone) throws SQLException {
        var previous = KeyRing.of(previousSecret, List.of());
        var note = SYSTEM.call(() -> notes.write("anna", null, "words of before", 1));
        SYSTEM.run(() -> notes.call(note.id(), phone));
        try (var connection = database.getConnection()) {
            try (var old = connection.prepareStatement(
                    "update note set phone_sealed = ?, phone_exact = ?, phone_last_digits = ? where id = ?")) {
                old.setBytes(1, previous.seal(phone, SealedPhone.place(note.id())));
                old.setLong(2, previous.index("PHONE", BlindIndex.PHONE.normalise(phone)));
                old.setLong(3, previous.index("LAST_DIGITS", BlindIndex.LAST_DIGITS.normalise(phone)));
                old.setObject(4, note.id());
                assertThat(old.executeUpdate()).isEqualTo(1);
            }
            var wrapped = bytes("select sealed_key from subject_key where subject_id = ?", note.id());
            try (var old = connection.prepareStatement("update subject_key set sealed_key = ? where subject_id = ?")) {
                var place = DataKey.place(note.id());
                old.setBytes(1, previous.seal(KeyRing.configured().open(wrapped, place), place));
                old.setObject(2, note.id());
                assertThat(old.executeUpdate()).isEqualTo(1);
            }
        }
        return note;
    }

    private byte[] bytes(String sql, UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    private boolean underCurrentKey(UUID id) throws SQLException {
        var prefix = KeyRing.configured().currentPrefix();
        var phone = bytes("select phone_sealed from note where id = ?", id);
        var key = bytes("select sealed_key from subject_key where subject_id = ?", id);
        return Arrays.equals(phone, 0, prefix.length, prefix, 0, prefix.length)
                && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    private void requireReadable(Note note, String phone, String last4) {
        SYSTEM.run(() -> {
            assertThat(notes.require(note.id()).phone()).isEqualTo(phone);
            for (var filter : List.of("phone==" + phone, "phone.last4==" + last4)) {
                assertThat(notes.page(ListRequest.of(filter, null, 50)).items())
                        .extracting(Note::id)
                        .contains(note.id());
            }
            assertThat(QuarkusTransaction.requiringNew()
                            .call(() -> history.at(note.id(), EventLog.now(), ActivityState.class, Note.Personal.class)
                                    .personal()))
                    .isEqualTo(new Note.Personal("words of before"));
        });
    }

    @Test
    void bringsValuesKeysAndIndexesUnderTheCurrentKeyWhileAllStaysReadable() throws SQLException {
        var note = noteOfBefore("13900007788");
        assertThat(underCurrentKey(note.id())).isFalse();
        requireReadable(note, "13900007788", "7788");
        var version = SYSTEM.<Note, RuntimeException>call(() -> notes.require(note.id()))
                .version();

        resealing.again();
        await().atMost(Duration.ofSeconds(30)).until(() -> underCurrentKey(note.id()));

        requireReadable(note, "13900007788", "7788");
        assertThat(SYSTEM.<Note, RuntimeException>call(() -> notes.require(note.id()))
                        .version())
                .isEqualTo(version);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(resealing.status().columns())
                        .allSatisfy(column -> assertThat(column.stale()).isZero())
                        .allSatisfy(column -> assertThat(column.done()).isTrue())
                        .extracting(Resealing.Progress::column)
                        .contains("note.phone_sealed", "subject_key.sealed_key", "import_job.sealed_key"));
    }

    @Test
    void goesOverMoreRowsThanOneStepTakes() throws SQLException {
        var note = noteOfBefore("13900001111");
        var previous = KeyRing.of(previousSecret, List.of());
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into subject_key values (?, ?)")) {
            for (var index = 0; index < 1_200; index++) {
                var id = UUID.randomUUID();
                insert.setObject(1, id);
                insert.setBytes(2, previous.seal(new byte[32], DataKey.place(id)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        resealing.again();
        await().atMost(Duration.ofSeconds(40))
                .until(() -> resealing.status().columns().stream().allMatch(column -> column.stale() == 0));
        requireReadable(note, "13900001111", "1111");
    }

    @Test
    void changesNothingWhenTheSameNumberIsStoredAgain() throws SQLException {
        var note = SYSTEM.call(() -> notes.write("anna", null, "same", 1));
        SYSTEM.run(() -> notes.call(note.id(), "13912340000"));
        var sealed = bytes("select phone_sealed from note where id = ?", note.id());
        SYSTEM.run(() -> notes.callWithoutEvent(note.id(), "13912340000"));
        SYSTEM.run(() -> notes.call(note.id(), "13912340000"));
        SYSTEM.run(() -> notes.rewrite(note.id(), "other"));
        assertThat(bytes("select phone_sealed from note where id = ?", note.id()))
                .isEqualTo(sealed);
    }
}
