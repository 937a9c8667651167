package io.kehu.opportunity.member;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.opportunity.campaign.Campaign;
import io.kehu.opportunity.campaign.Campaigns;
import io.kehu.opportunity.lead.Leads;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.reference.KnownRecord;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the campaigns, leads and contacts that the rows of a chunk are about, each kind in few look-ups. */
@ApplicationScoped
class RowSubjects {

    private final Campaigns campaigns;
    private final Leads leads;
    private final References references;

    RowSubjects(Campaigns campaigns, Leads leads, References references) {
        this.campaigns = campaigns;
        this.leads = leads;
        this.references = references;
    }

    /** What was found, as far as the importing user may see it. */
    record Found(
            Map<String, Campaign> campaigns,
            Map<String, UUID> leadsByNumber,
            Map<ExternalId, UUID> leads,
            Map<ExternalId, KnownRecord> contacts) {

        Campaign campaign(ImportRow<MemberRow> row) {
            var number = row.command().campaign();
            if (number == null || !campaigns.containsKey(number)) {
                throw unknown("campaign", number);
            }
            return campaigns.get(number);
        }

        /** Null if the row names none. */
        UUID lead(ImportRow<MemberRow> row) {
            var name = row.command().lead();
            if (name == null) {
                return null;
            }
            var lead = leadsByNumber.getOrDefault(name, leads.get(leadKey(row)));
            if (lead == null) {
                throw unknown("lead", name);
            }
            return lead;
        }

        /** Null if the row names none. */
        UUID contact(ImportRow<MemberRow> row) {
            if (row.command().contact() == null) {
                return null;
            }
            var contact = contacts.get(contactKey(row));
            if (contact == null) {
                throw unknown("contact", row.command().contact());
            }
            return contact.id();
        }

        private static Invalid unknown(String field, String name) {
            return new Invalid(
                    "validation.failed",
                    List.of(
                            name == null
                                    ? new InvalidField(field, "field.required")
                                    : new InvalidField(field, "reference.unknown", field, name)));
        }
    }

    Found of(List<ImportRow<MemberRow>> rows) {
        var numbers = new HashSet<String>();
        var leadNames = new HashSet<String>();
        var leadKeys = new HashSet<ExternalId>();
        var contactKeys = new HashSet<ExternalId>();
        for (var row : rows) {
            if (row.command().campaign() != null) {
                numbers.add(row.command().campaign());
            }
            if (row.command().lead() != null) {
                leadNames.add(row.command().lead());
                leadKeys.add(leadKey(row));
            }
            if (row.command().contact() != null) {
                contactKeys.add(contactKey(row));
            }
        }
        return new Found(
                campaigns.byNumber(numbers),
                leads.byNumber(leadNames),
                leads.byExternalId(leadKeys),
                references.findByExternalId(EventFamily.CONTACT, contactKeys));
    }

    private static ExternalId leadKey(ImportRow<MemberRow> row) {
        return row.naming(null, row.command().lead());
    }

    private static ExternalId contactKey(ImportRow<MemberRow> row) {
        return row.naming(row.command().contactSource(), row.command().contact());
    }
}
