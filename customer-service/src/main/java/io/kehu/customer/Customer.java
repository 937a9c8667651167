package io.kehu.customer;

import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.record.Served;
import io.kehu.platform.search.SearchText;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.SecondaryRow;

/** A customer 客户: a company, a sole proprietor, a person or a group of companies. */
@Entity
@SecondaryTable(name = CustomerStanding.FIGURES, pkJoinColumns = @PrimaryKeyJoinColumn(name = "customer_id"))
@SecondaryRow(table = CustomerStanding.FIGURES, owned = false, optional = true)
public class Customer extends CustomerStanding implements Served<CustomerView> {

    private UUID parentId;

    @Enumerated(EnumType.STRING)
    private Parent.Relation parentRelation;

    private BigDecimal parentShare;

    private UUID mergedInto;

    protected Customer() {}

    Customer(String number, String owner, String team, CustomerFields fields) {
        super(number, owner, team);
        set(fields);
    }

    CustomerEvent created() {
        return new CustomerEvent.Created();
    }

    /** Made beside likely duplicates, because somebody wanted it all the same. */
    CustomerEvent created(List<UUID> duplicates) {
        return duplicates.isEmpty() ? created() : new CustomerEvent.Created(List.copyOf(duplicates));
    }

    /** Takes over {@code fields}; empty if nothing is different. */
    Optional<CustomerEvent> update(CustomerFields fields) {
        var before = fields();
        set(fields);
        var changed = ChangedFields.between(before, fields());
        return changed.isEmpty() ? Optional.empty() : Optional.of(updated(changed));
    }

    /** The caller has made sure that {@code parent} does not stand below this customer. */
    public CustomerEvent moveBelow(Parent parent) {
        var previous = parentId;
        parentId = parent == null ? null : parent.customerId();
        parentRelation = parent == null ? null : parent.relation();
        parentShare = parent == null ? null : parent.share();
        return new CustomerEvent.ParentChanged(previous, parentId);
    }

    /** Takes over whatever an import states, as one change; empty if nothing is different. */
    Optional<CustomerEvent> restate(CustomerFields fields, String newOwner, String newTeam, Parent newParent) {
        var before = state();
        var personalBefore = personal();
        set(fields);
        giveTo(newOwner, newTeam);
        moveBelow(newParent);
        var changed = new TreeSet<>(ChangedFields.between(before, state()));
        changed.addAll(ChangedFields.between(personalBefore, personal()));
        return changed.isEmpty() ? Optional.empty() : Optional.of(updated(changed));
    }

    /** The fields that the current caller may know of. */
    public CustomerFields knownFields() {
        return HiddenFields.without(fields(), hiddenFields());
    }

    /** The customer as an import would state it. */
    CustomerRow row(String parentKey) {
        var fields = fields();
        var campaign = Objects.toString(fields.campaignId(), null);
        return new CustomerRow(fields, campaign, owner(), team(), parentKey, parentRelation, parentShare, lifecycle);
    }

    public CustomerEvent mergeInto(UUID mergeId, UUID survivorId) {
        mergedInto = survivorId;
        delete();
        return new CustomerEvent.Merged(mergeId, survivorId);
    }

    public CustomerEvent standAlone(UUID mergeId) {
        var event = new CustomerEvent.Unmerged(mergeId, mergedInto);
        mergedInto = null;
        restore();
        return event;
    }

    /** Takes over what a merge, or its undoing, leaves it with; {@code also} says what has changed beside it. */
    public CustomerEvent absorb(CustomerFields fields, Parent newParent, Collection<String> also) {
        var before = fields();
        var parentBefore = parent();
        set(fields);
        moveBelow(newParent);
        var changed = new TreeSet<>(ChangedFields.between(before, fields()));
        changed.addAll(also);
        if (!Objects.equals(parentBefore, newParent)) {
            changed.add("parentId");
        }
        return updated(changed);
    }

    @Override
    public CustomerEvent remove() {
        delete();
        return new CustomerEvent.Deleted();
    }

    /** Empties all that tells who the individual is, for good; the caller destroys its key. */
    CustomerEvent erase() {
        empty();
        lifecycleReason = null;
        return new CustomerEvent.Erased();
    }

    @Override
    public CustomerEvent takeBack() {
        restore();
        return new CustomerEvent.Restored();
    }

    public Parent parent() {
        return parentId == null ? null : new Parent(parentId, parentRelation, parentShare);
    }

    public UUID parentId() {
        return parentId;
    }

    UUID campaignId() {
        return campaignId;
    }

    /** The customer that it has been merged into, or null. */
    public UUID mergedInto() {
        return mergedInto;
    }

    public CustomerType type() {
        return type;
    }

    public String name() {
        return name;
    }

    @Override
    public SearchText searchText() {
        var code = hiddenFields().contains("unifiedSocialCreditCode") ? null : unifiedSocialCreditCode;
        return erased() ? null : SearchText.of(Stream.of(name), Stream.of(number(), code));
    }

    @Override
    public CustomerState state() {
        return new CustomerState(
                id(),
                number(),
                isPerson() ? null : name,
                type.name(),
                owner(),
                team(),
                externalIds(),
                unifiedSocialCreditCode,
                industry,
                employees,
                annualRevenue(),
                yearEstablished,
                website,
                country,
                province,
                city,
                source,
                level,
                lifecycle.name(),
                tags,
                parentId,
                parentRelation == null ? null : parentRelation.name(),
                parentShare,
                remark,
                deleted(),
                collaborators(),
                sizeBand,
                isPerson() ? null : publishedAddresses(),
                needs,
                specialNeeds,
                campaignId,
                customFields.values(),
                poolId,
                locked,
                lifecycleReason,
                mergedInto,
                erased());
    }

    @Override
    public CustomerView view() {
        return new CustomerView(state(), personal(), lifespan(), figures()).without(hiddenFields());
    }
}
