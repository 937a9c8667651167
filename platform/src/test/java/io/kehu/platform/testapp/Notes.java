package io.kehu.platform.testapp;

import io.kehu.events.Collaborator;
import io.kehu.events.EventFamily;
import io.kehu.platform.changes.ChangeFeed;
import io.kehu.platform.changes.Changes;
import io.kehu.platform.changes.ChangesRequest;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Use cases on notes, as a service's would be. */
@ApplicationScoped
public class Notes {

    private final NoteRepository repository;
    private final EventLog events;
    private final Numbers numbers;
    private final ChangeFeed changes;

    Notes(NoteRepository repository, EventLog events, Numbers numbers, ChangeFeed changes) {
        this.repository = repository;
        this.events = events;
        this.numbers = numbers;
        this.changes = changes;
    }

    public Note require(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> repository.require(id));
    }

    public Changes<UUID> changes(String cursor, int limit) {
        return QuarkusTransaction.requiringNew()
                .call(() -> changes.read(EventFamily.ACTIVITY, repository, Note::id, ChangesRequest.of(cursor, limit)));
    }

    public Page<Note> page(ListRequest request) {
        return QuarkusTransaction.requiringNew().call(() -> repository.page(request));
    }

    @Transactional
    public Note write(String owner, String team, String text, Integer priority) {
        return write(owner, team, text, priority, List.of());
    }

    @Transactional
    public Note write(String owner, String team, String text, Integer priority, List<Collaborator> collaborators) {
        var note = new Note(numbers.next("N"), owner, team, text, priority);
        collaborators.forEach(note::share);
        events.record(note, note.logged());
        return note;
    }

    @Transactional
    public void rewrite(UUID id, String text) {
        var note = repository.require(id);
        events.record(note, note.write(text));
    }

    @Transactional
    public void give(UUID id, String owner) {
        var note = repository.require(id);
        note.assign(owner, null).ifPresent(event -> events.record(note, event));
    }

    @Transactional
    public void delete(UUID id) {
        var note = repository.require(id);
        events.record(note, note.remove());
    }

    @Transactional
    public void call(UUID id, String number) {
        var note = repository.require(id);
        events.record(note, note.call(number));
    }

    @Transactional
    public void callWithoutEvent(UUID id, String number) {
        repository.require(id).call(number);
    }

    @Transactional
    public void rewriteWithoutEvent(UUID id, String text) {
        repository.require(id).write(text);
    }

    @Transactional
    public void rewriteTwice(UUID id) {
        var note = repository.require(id);
        events.record(note, note.write("once"));
        events.record(note, note.write("twice"));
    }

    @Transactional
    public void storeWithoutEvent() {
        repository.persist(new Note(numbers.next("N"), "anna", null, "silent", null));
    }
}
