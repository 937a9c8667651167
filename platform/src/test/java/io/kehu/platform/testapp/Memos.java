package io.kehu.platform.testapp;

import io.kehu.events.Collaborator;
import io.kehu.events.EventFamily;
import io.kehu.platform.changes.ChangeFeed;
import io.kehu.platform.changes.Changes;
import io.kehu.platform.changes.ChangesRequest;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Listing;
import io.kehu.platform.listing.Page;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Use cases on memos, as a service's would be. */
@ApplicationScoped
public class Memos {

    private final Repository repository;
    private final EventLog events;
    private final Numbers numbers;
    private final ChangeFeed changes;

    Memos(Repository repository, EventLog events, Numbers numbers, ChangeFeed changes) {
        this.repository = repository;
        this.events = events;
        this.numbers = numbers;
        this.changes = changes;
    }

    @ApplicationScoped
    static class Repository extends AggregateRepository<Memo> {
        Repository() {
            super(Memo.class, Listing.of(Memo.class).filters("text"));
        }
    }

    public Memo require(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> repository.require(id));
    }

    public Changes<UUID> changes(String cursor, int limit) {
        return QuarkusTransaction.requiringNew()
                .call(() -> changes.read(EventFamily.ACTIVITY, repository, Memo::id, ChangesRequest.of(cursor, limit)));
    }

    public Page<Memo> page(ListRequest request) {
        return QuarkusTransaction.requiringNew().call(() -> repository.page(request));
    }

    @Transactional
    public Memo write(String owner, String team, UUID customerId, String text, List<Collaborator> collaborators) {
        var memo = new Memo(numbers.next("M"), owner, team, customerId, text);
        collaborators.forEach(memo::share);
        events.record(memo, memo.logged());
        return memo;
    }

    @Transactional
    public void rewrite(UUID id, String text) {
        var memo = repository.require(id);
        events.record(memo, memo.write(text));
    }

    @Transactional
    public void give(UUID id, String owner) {
        var memo = repository.require(id);
        events.record(memo, memo.give(owner));
    }

    @Transactional
    public void share(UUID id, Collaborator collaborator) {
        var memo = repository.require(id);
        memo.share(collaborator);
        events.record(memo, memo.updated(Set.of("collaborators")));
    }

    @Transactional
    public void unshare(UUID id, String principal) {
        var memo = repository.require(id);
        memo.unshare(principal);
        events.record(memo, memo.updated(Set.of("collaborators")));
    }
}
