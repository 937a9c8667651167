package io.kehu.opportunity.member;

import io.kehu.events.EventFamily;
import io.kehu.opportunity.lead.Leads;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Judges whom a campaign may have as members; asked before a transaction opens. */
@ApplicationScoped
class MemberReferences {

    private final Leads leads;
    private final References references;

    MemberReferences(Leads leads, References references) {
        this.leads = leads;
        this.references = references;
    }

    /** Fails with 422 naming a lead or contact that the caller may not see. */
    MemberFields settled(MemberFields fields) {
        if (fields.leadId() != null && !leads.has(fields.leadId())) {
            throw new Invalid(
                    "validation.failed",
                    List.of(new InvalidField("leadId", "reference.unknown", "lead", fields.leadId())));
        }
        references.require("contactId", EventFamily.CONTACT, fields.contactId());
        return fields;
    }
}
