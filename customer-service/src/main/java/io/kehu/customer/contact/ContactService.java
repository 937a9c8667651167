package io.kehu.customer.contact;

import io.kehu.events.ContactState;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Masks;
import io.kehu.platform.record.RecordKeeping;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class ContactService extends RecordService<Contact, ContactView> {

    static final String NUMBER_PREFIX = "P";

    private final ContactTerms terms;

    ContactService(ContactRepository contacts, ContactTerms terms, RecordKeeping keeping) {
        super(EventFamily.CONTACT, contacts, keeping);
        this.terms = terms;
    }

    @Transactional
    ContactView create(ContactFields fields) {
        var caller = Caller.current();
        return add(newContact(fields, new Assignment(caller.username(), caller.team())), Contact::created);
    }

    private Contact newContact(ContactFields fields, Assignment owner) {
        var settled = terms.settle(null, null, Masks.resolve(null, fields));
        return new Contact(number(NUMBER_PREFIX), owner.owner(), owner.team(), settled);
    }

    @Override
    protected ContactView asRecorded(Contact contact, Instant instant) {
        var then = moment(contact, instant, ContactState.class, ContactPersonal.class);
        return new ContactView(then.state(), then.personal(), contact.lifespan().at(then));
    }

    @Transactional
    ContactView update(UUID id, Patch<ContactFields> patch) {
        return change(id, contact -> {
            var current = contact.fields();
            return contact.update(terms.settle(id, current, patch.applyTo(current)));
        });
    }

    @Transactional
    ContactView assign(UUID id, Assignment assignment) {
        return change(id, contact -> contact.assign(assignment.owner(), assignment.team()));
    }

    /** @param owner of a new one */
    @Transactional
    Upserted<ContactView> upsert(ExternalId externalId, ContactFields fields, Assignment owner) {
        return upsert(externalId, () -> newContact(fields, owner), Contact::created, contact -> {
            var current = contact.fields();
            return contact.update(terms.settle(contact.id(), current, Masks.resolve(current, fields)));
        });
    }
}
