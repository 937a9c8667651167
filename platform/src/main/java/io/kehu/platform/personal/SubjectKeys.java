package io.kehu.platform.personal;

import com.google.crypto.tink.subtle.AesGcmJce;
import io.kehu.events.EventJson;
import io.kehu.platform.eventlog.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/**
 * Personal data in the event log is sealed (AES-GCM) under one key per data subject, and that key under the service's
 * master key. Deleting a subject's key makes all of its past unreadable, wherever a copy stands.
 */
@ApplicationScoped
public class SubjectKeys {

    private static final int KEY_BYTES = 32;

    private final EntityManager entities;
    private final AesGcmJce master;
    private final SecureRandom random = new SecureRandom();

    SubjectKeys(EntityManager entities, @ConfigProperty(name = "kehu.personal-data.key") String masterKey) {
        this.entities = entities;
        this.master = cipher(digest(masterKey));
    }

    /** The sealed personal part of each changed aggregate, in order; null where it has none. */
    public List<byte[]> seal(List<Change> changes) {
        var subjects = changes.stream()
                .filter(change -> change.aggregate().personal() != null)
                .map(change -> change.aggregate().id())
                .toList();
        var keys = subjects.isEmpty() ? Map.<UUID, AesGcmJce>of() : keysFor(subjects);
        var sealed = new ArrayList<byte[]>(changes.size());
        for (var change : changes) {
            var personal = change.aggregate().personal();
            var subject = change.aggregate().id();
            sealed.add(personal == null ? null : encrypt(keys.get(subject), EventJson.write(personal), subject));
        }
        return sealed;
    }

    /** Personal data in clear as JSON, or null if there was none or its subject has been erased. */
    public String open(UUID subject, byte[] sealed) {
        if (sealed == null) {
            return null;
        }
        var key = stored(List.of(subject)).get(subject);
        return key == null ? null : decrypt(key, sealed, subject);
    }

    /** Destroys the key of {@code subject}, and with it all sealed personal data of that subject. */
    public void erase(UUID subject) {
        entities.createNativeQuery("delete from subject_key where subject_id = :subject")
                .setParameter("subject", subject)
                .executeUpdate();
    }

    /** Seals data that is kept for a short time only and belongs to no single subject. */
    public byte[] sealForService(String text, UUID purpose) {
        return encrypt(master, text, purpose);
    }

    public String openForService(byte[] sealed, UUID purpose) {
        return decrypt(master, sealed, purpose);
    }

    private Map<UUID, AesGcmJce> keysFor(List<UUID> subjects) {
        var keys = stored(subjects);
        var missing = subjects.stream()
                .filter(subject -> !keys.containsKey(subject))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return keys;
        }
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement("insert into subject_key values (?, ?)")) {
                for (var subject : missing) {
                    var key = new byte[KEY_BYTES];
                    random.nextBytes(key);
                    statement.setObject(1, subject);
                    statement.setBytes(2, encrypt(master, key, subject));
                    statement.addBatch();
                    keys.put(subject, cipher(key));
                }
                statement.executeBatch();
            }
        });
        return keys;
    }

    private Map<UUID, AesGcmJce> stored(List<UUID> subjects) {
        var keys = new HashMap<UUID, AesGcmJce>();
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(
                    "select subject_id, sealed_key from subject_key where subject_id = any(?)")) {
                statement.setArray(1, connection.createArrayOf("uuid", subjects.toArray()));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        var subject = rows.getObject(1, UUID.class);
                        keys.put(subject, cipher(decryptBytes(master, rows.getBytes(2), subject)));
                    }
                }
            }
        });
        return keys;
    }

    private static byte[] encrypt(AesGcmJce key, String text, UUID subject) {
        return encrypt(key, text.getBytes(StandardCharsets.UTF_8), subject);
    }

    private static byte[] encrypt(AesGcmJce key, byte[] clear, UUID subject) {
        try {
            return key.encrypt(clear, associated(subject));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Personal data cannot be sealed", e);
        }
    }

    private static String decrypt(AesGcmJce key, byte[] sealed, UUID subject) {
        return new String(decryptBytes(key, sealed, subject), StandardCharsets.UTF_8);
    }

    private static byte[] decryptBytes(AesGcmJce key, byte[] sealed, UUID subject) {
        try {
            return key.decrypt(sealed, associated(subject));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Personal data cannot be opened: was the master key changed?", e);
        }
    }

    /** Binds a sealed text to its subject, so that it cannot be passed off as another's. */
    private static byte[] associated(UUID subject) {
        return subject.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static AesGcmJce cipher(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
