package io.kehu.opportunity.member;

import io.kehu.events.CampaignMemberEvent;
import io.kehu.events.CampaignMemberState;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A lead or contact that a campaign has invited. It is an aggregate of its own, so that thousands may answer at the same time
 * without waiting for the campaign; who may see and change it is judged by the campaign.
 */
@Entity
public class CampaignMember extends Aggregate<CampaignMemberState> {

    /** How far the clocks of those who write times may go ahead. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private UUID campaignId;
    private UUID leadId;
    private UUID contactId;

    @Enumerated(EnumType.STRING)
    private MemberStatus status;

    private Instant invitedAt;
    private Instant registeredAt;
    private Instant attendedAt;
    private Instant respondedAt;
    private String remark;

    protected CampaignMember() {}

    CampaignMember(UUID campaignId, MemberFields fields) {
        super(null);
        this.campaignId = campaignId;
        if ((fields.leadId() == null) == (fields.contactId() == null)) {
            throw new Invalid(
                    "validation.failed",
                    List.of(new InvalidField(fields.leadId() == null ? "leadId" : "contactId", "campaign-member.one")));
        }
        leadId = fields.leadId();
        contactId = fields.contactId();
        set(fields);
        if (fields.status() == MemberStatus.INVITED && invitedAt == null) {
            invitedAt = EventLog.now();
        }
    }

    CampaignMemberEvent added() {
        return new CampaignMemberEvent.Added();
    }

    /** Takes over {@code fields}; empty if nothing is different. */
    Optional<CampaignMemberEvent> update(MemberFields fields) {
        if (!Objects.equals(leadId, fields.leadId()) || !Objects.equals(contactId, fields.contactId())) {
            throw new Invalid(
                    "validation.failed",
                    List.of(new InvalidField(leadId == null ? "contactId" : "leadId", "campaign-member.stays")));
        }
        var before = fields();
        set(fields);
        var changed = ChangedFields.between(before, fields());
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                before.respondedAt() == null && respondedAt != null
                        ? new CampaignMemberEvent.Responded()
                        : new CampaignMemberEvent.Updated(changed));
    }

    private void set(MemberFields fields) {
        var errors = new ArrayList<InvalidField>();
        requirePast("invitedAt", fields.invitedAt(), errors);
        requirePast("registeredAt", fields.registeredAt(), errors);
        requirePast("attendedAt", fields.attendedAt(), errors);
        requirePast("respondedAt", fields.respondedAt(), errors);
        if (!errors.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(errors));
        }
        invitedAt = fields.invitedAt();
        registeredAt = fields.registeredAt();
        attendedAt = fields.attendedAt();
        respondedAt = fields.respondedAt();
        status = fields.status();
        remark = fields.remark();
    }

    private static void requirePast(String field, Instant instant, List<InvalidField> errors) {
        if (instant != null && instant.isAfter(EventLog.now().plus(TOLERANCE))) {
            errors.add(new InvalidField(field, "campaign-member.future"));
        }
    }

    CampaignMemberEvent remove() {
        delete();
        return new CampaignMemberEvent.Removed();
    }

    UUID campaignId() {
        return campaignId;
    }

    MemberFields fields() {
        return new MemberFields(leadId, contactId, invitedAt, registeredAt, attendedAt, respondedAt, remark);
    }

    @Override
    public CampaignMemberState state() {
        return new CampaignMemberState(
                id(),
                number(),
                null,
                null,
                null,
                externalIds(),
                campaignId,
                leadId,
                contactId,
                status.name(),
                invitedAt,
                registeredAt,
                attendedAt,
                respondedAt,
                deleted());
    }

    MemberView view() {
        return new MemberView(state(), remark, lifespan());
    }
}
