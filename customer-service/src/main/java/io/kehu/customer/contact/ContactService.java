package io.kehu.customer.contact;

import io.kehu.events.Collaborator;
import io.kehu.events.ContactEvent;
import io.kehu.events.ContactState;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Masks;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.listing.Totals;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.sharing.Sharing;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ContactService {

    static final String NUMBER_PREFIX = "P";

    private final ContactRepository contacts;
    private final ContactTerms terms;
    private final EventLog events;
    private final History history;
    private final Numbers numbers;
    private final Sharing sharing;
    private final ExternalIds externalIds;

    ContactService(
            ContactRepository contacts,
            ContactTerms terms,
            EventLog events,
            History history,
            Numbers numbers,
            Sharing sharing,
            ExternalIds externalIds) {
        this.contacts = contacts;
        this.terms = terms;
        this.events = events;
        this.history = history;
        this.numbers = numbers;
        this.sharing = sharing;
        this.externalIds = externalIds;
    }

    @Transactional
    ContactView create(ContactFields fields) {
        var caller = Caller.current();
        var contact = newContact(fields, new Assignment(caller.username(), caller.team()));
        events.record(contact, contact.created());
        return contact.view();
    }

    private Contact newContact(ContactFields fields, Assignment owner) {
        var settled = terms.settle(null, null, Masks.resolve(null, fields));
        return new Contact(numbers.next(NUMBER_PREFIX), owner.owner(), owner.team(), settled);
    }

    ContactView get(ExternalId externalId) {
        var known = find(externalId);
        if (known == null) {
            throw new NotFound("contact", externalId.externalId());
        }
        return get(known);
    }

    private UUID find(ExternalId externalId) {
        return externalIds.find(EventFamily.CONTACT, List.of(externalId)).get(externalId);
    }

    /** @param owner of a new one */
    @Transactional
    Upserted<ContactView> upsert(ExternalId externalId, ContactFields fields, Assignment owner) {
        var known = find(externalId);
        if (known == null) {
            var contact = newContact(fields, owner);
            externalIds.link(EventFamily.CONTACT, contact, externalId);
            events.record(contact, contact.created());
            return Upserted.created(contact.view());
        }
        var contact = contacts.findVisible(known)
                .orElseThrow(() -> new Conflict("external-id.taken", externalId.source(), externalId.externalId()));
        var current = contact.fields();
        var changed = contact.update(terms.settle(known, current, Masks.resolve(current, fields)));
        changed.ifPresent(event -> events.record(contact, event));
        return changed.isPresent() ? Upserted.updated(contact.view()) : Upserted.unchanged(contact.view());
    }

    ContactView get(UUID id) {
        return contacts.require(id).view();
    }

    /** The contact as it was recorded at {@code instant}, for whoever may see it now. */
    ContactView get(UUID id, Instant instant) {
        var now = contacts.require(id).lifespan();
        var then = history.at(id, instant, ContactState.class, ContactPersonal.class);
        return new ContactView(then.state(), then.personal(), now.at(then));
    }

    Page<ContactView> page(ListRequest request) {
        return contacts.page(request).map(Contact::view);
    }

    Totals totals() {
        return new Totals(contacts.countVisible());
    }

    HistoryPage history(UUID id, Long before, int limit) {
        contacts.require(id);
        return history.of(id, before, limit);
    }

    @Transactional
    ContactView update(UUID id, Patch<ContactFields> patch) {
        var contact = contacts.require(id);
        var current = contact.fields();
        contact.update(terms.settle(id, current, patch.applyTo(current)))
                .ifPresent(event -> events.record(contact, event));
        return contact.view();
    }

    @Transactional
    ContactView share(UUID id, Collaborator collaborator) {
        return sharing.add(contacts.require(id), collaborator, ContactEvent.Updated::new)
                .view();
    }

    @Transactional
    ContactView unshare(UUID id, String principal) {
        return sharing.remove(contacts.require(id), principal, ContactEvent.Updated::new)
                .view();
    }

    @Transactional
    void delete(UUID id) {
        var contact = contacts.require(id);
        events.record(contact, contact.remove());
    }
}
