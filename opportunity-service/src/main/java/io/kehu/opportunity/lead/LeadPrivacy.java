package io.kehu.opportunity.lead;

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

/** Who is given the personal data of a lead in clear, and its end on request; also in the recycle bin. */
@ApplicationScoped
class LeadPrivacy {

    private final LeadRepository leads;
    private final ConversionTable conversions;
    private final EventLog events;
    private final SubjectKeys keys;
    private final Reveals reveals;
    private final AccessLog log;
    private final ErrorFiles errorFiles;

    LeadPrivacy(
            LeadRepository leads,
            ConversionTable conversions,
            EventLog events,
            SubjectKeys keys,
            Reveals reveals,
            AccessLog log,
            ErrorFiles errorFiles) {
        this.leads = leads;
        this.conversions = conversions;
        this.events = events;
        this.keys = keys;
        this.reveals = reveals;
        this.log = log;
        this.errorFiles = errorFiles;
    }

    @Transactional
    Revealed reveal(UUID id, Reveal request) {
        return reveals.reveal(EventFamily.LEAD, leads.requireReadable(id), request);
    }

    Page<AccessEntry> accesses(UUID id, String cursor, Integer limit) {
        leads.requireAlsoDeleted(id);
        return log.page(EventFamily.LEAD, id, cursor, limit);
    }

    @Transactional
    LeadView erase(UUID id, String reason) {
        var lead = leads.requireAlsoDeleted(id);
        var known = lead.knownBy();
        events.record(lead, lead.erase());
        keys.erase(id);
        conversions.forget(id);
        errorFiles.forget(LeadTerms.RESOURCE, known);
        log.add(EventFamily.LEAD, id, AccessEntry.Action.ERASED, AccessLog.EVERYTHING, reason);
        return lead.view();
    }
}
