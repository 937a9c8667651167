package io.kehu.platform.personal;

import io.kehu.events.EventJson;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Personal data in the event log is sealed under one key per data subject. Deleting a subject's key makes all of its past
 * unreadable, wherever a copy stands.
 */
@ApplicationScoped
public class SubjectKeys {

    private final EntityManager entities;

    SubjectKeys(EntityManager entities) {
        this.entities = entities;
    }

    /** The sealed personal part of each changed aggregate, in order; null where it has none. */
    public List<byte[]> seal(List<Change> changes) {
        var personal = new ArrayList<Object>(changes.size());
        var subjects = new ArrayList<Aggregate<?>>();
        for (var change : changes) {
            personal.add(change.aggregate().personal());
            if (personal.getLast() != null) {
                subjects.add(change.aggregate());
            }
        }
        var keys = keysFor(subjects);
        var sealed = new ArrayList<byte[]>(changes.size());
        for (var index = 0; index < changes.size(); index++) {
            var part = personal.get(index);
            var subject = changes.get(index).aggregate().id();
            sealed.add(part == null ? null : keys.get(subject).seal(EventJson.write(part)));
        }
        return sealed;
    }

    /** Personal data in clear as JSON, or null if there was none or its subject has been erased. */
    public String open(UUID subject, byte[] sealed) {
        var one = new ArrayList<byte[]>();
        one.add(sealed);
        return open(subject, one).getFirst();
    }

    /** The same for much of one subject, by one look-up. */
    public List<String> open(UUID subject, List<byte[]> sealed) {
        var key = sealed.stream().allMatch(java.util.Objects::isNull)
                ? null
                : stored(List.of(subject)).get(subject);
        var clear = new ArrayList<String>(sealed.size());
        for (var part : sealed) {
            clear.add(part == null || key == null ? null : key.openText(part));
        }
        return clear;
    }

    /**
     * Destroys the key of {@code subject}, and with it all of its personal data in the event log, and forgets the answers
     * stored about it and what imports replaced. Nothing personal of it may be recorded afterwards.
     */
    public void erase(UUID subject) {
        for (var sql : List.of(
                "delete from subject_key where subject_id = :subject",
                "update import_touch set image = null where aggregate_id = :subject and image is not null",
                "delete from stored_answer where aggregate_ids && array[cast(:subject as uuid)]")) {
            entities.createNativeQuery(sql).setParameter("subject", subject).executeUpdate();
        }
    }

    /** Of those that are new nobody looks for a key: their first event makes it. */
    private Map<UUID, DataKey> keysFor(List<Aggregate<?>> subjects) {
        var keys = stored(subjects.stream()
                .filter(subject -> subject.version() > 1)
                .map(Aggregate::id)
                .toList());
        var missing = subjects.stream()
                .map(Aggregate::id)
                .filter(subject -> !keys.containsKey(subject))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return keys;
        }
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement =
                    connection.prepareStatement("insert into subject_key (subject_id, sealed_key) values (?, ?)")) {
                for (var subject : missing) {
                    var key = DataKey.create(subject);
                    statement.setObject(1, subject);
                    statement.setBytes(2, key.wrapped());
                    statement.addBatch();
                    keys.put(subject, key);
                }
                statement.executeBatch();
            }
        });
        return keys;
    }

    private Map<UUID, DataKey> stored(List<UUID> subjects) {
        var keys = new HashMap<UUID, DataKey>();
        if (subjects.isEmpty()) {
            return keys;
        }
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(
                    "select subject_id, sealed_key from subject_key where subject_id = any(?)")) {
                statement.setArray(1, connection.createArrayOf("uuid", subjects.toArray()));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        var subject = rows.getObject(1, UUID.class);
                        keys.put(subject, DataKey.unwrap(subject, rows.getBytes(2)));
                    }
                }
            }
        });
        return keys;
    }
}
