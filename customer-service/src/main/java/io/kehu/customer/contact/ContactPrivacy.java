package io.kehu.customer.contact;

import io.kehu.customer.PersonalTrail;
import io.kehu.events.EventFamily;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.exchange.ErrorFiles;
import io.kehu.platform.listing.Page;
import io.kehu.platform.personal.AccessEntry;
import io.kehu.platform.personal.AccessLog;
import io.kehu.platform.personal.Reveal;
import io.kehu.platform.personal.Revealed;
import io.kehu.platform.personal.Reveals;
import io.kehu.platform.personal.SubjectKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a person may ask of us about the data that we keep of them, and who is given it; also in the recycle bin. */
@ApplicationScoped
class ContactPrivacy {

    private final ContactRepository contacts;
    private final EventLog events;
    private final SubjectKeys keys;
    private final Reveals reveals;
    private final AccessLog log;
    private final ErrorFiles errorFiles;
    private final PersonalTrail trail;

    ContactPrivacy(
            ContactRepository contacts,
            EventLog events,
            SubjectKeys keys,
            Reveals reveals,
            AccessLog log,
            ErrorFiles errorFiles,
            PersonalTrail trail) {
        this.contacts = contacts;
        this.events = events;
        this.keys = keys;
        this.reveals = reveals;
        this.log = log;
        this.errorFiles = errorFiles;
        this.trail = trail;
    }

    @Transactional
    Revealed reveal(UUID id, Reveal request) {
        return reveals.reveal(EventFamily.CONTACT, contacts.requireReadable(id), request);
    }

    Page<AccessEntry> accesses(UUID id, String cursor, Integer limit) {
        contacts.requireAlsoDeleted(id);
        return log.page(EventFamily.CONTACT, id, cursor, limit);
    }

    @Transactional
    ContactView erase(UUID id, String reason) {
        var contact = contacts.requireAlsoDeleted(id);
        var known = trail.everKept(id, ContactPersonal.class).stream()
                .flatMap(ContactPersonal::knownBy)
                .collect(Collectors.toSet());
        events.record(contact, contact.erase());
        keys.erase(id);
        contacts.forgetPast(id);
        errorFiles.forget(ContactImport.RESOURCE, known);
        log.add(EventFamily.CONTACT, id, AccessEntry.Action.ERASED, AccessLog.EVERYTHING, reason);
        return contact.view();
    }

    @Transactional
    PersonalDataExport export(UUID id, String reason) {
        var contact = contacts.requireAlsoDeleted(id);
        log.add(EventFamily.CONTACT, id, AccessEntry.Action.EXPORTED, AccessLog.EVERYTHING, reason);
        return new PersonalDataExport(
                contact.view(), trail.wholeHistory(id), trail.allAccesses(EventFamily.CONTACT, id));
    }
}
