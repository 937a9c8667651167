package io.kehu.opportunity;

import io.kehu.events.EventFamily;
import io.kehu.opportunity.campaign.Campaigns;
import io.kehu.opportunity.competitor.Competitors;
import io.kehu.opportunity.reference.KnownProduct;
import io.kehu.opportunity.reference.KnownProducts;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Judges the other records that a deal names, most of them of other services; asked before a transaction opens. What a deal
 * names already may stay, whoever changes it, and also if the product is sold no more.
 */
@ApplicationScoped
class OpportunityReferences {

    private final References references;
    private final KnownProducts products;
    private final Competitors competitors;
    private final Campaigns campaigns;
    private final TeamShares shares;

    OpportunityReferences(
            References references,
            KnownProducts products,
            Competitors competitors,
            Campaigns campaigns,
            TeamShares shares) {
        this.references = references;
        this.products = products;
        this.competitors = competitors;
        this.campaigns = campaigns;
        this.shares = shares;
    }

    /**
     * What a deal refers to.
     *
     * @param customerId  that of the survivor if the customer has been merged
     * @param offers      what lines take from their products, by the product
     * @param competitors names by the competitor
     * @param teams       of those who share it, by the username
     */
    record Settled(UUID customerId, Map<UUID, Offer> offers, Map<UUID, String> competitors, Map<String, String> teams) {

        OpportunityFields in(OpportunityFields fields) {
            return named(fields.ofCustomer(customerId));
        }

        /** The same, whatever its customer is. */
        OpportunityFields named(OpportunityFields fields) {
            return fields.offering(offers, competitors, teams);
        }
    }

    /**
     * Fails with 422 naming each reference that is made anew and may not be seen.
     *
     * @param before null if the deal is new
     */
    Settled settle(OpportunityFields before, OpportunityFields after) {
        var customerId = before != null && Objects.equals(before.customerId(), after.customerId())
                ? after.customerId()
                : references.require("customerId", EventFamily.CUSTOMER, after.customerId());
        requireContacts(before == null ? List.of() : before.contacts(), after.contacts());
        campaigns.requireNew(before == null ? null : before.campaignId(), after.campaignId());
        return new Settled(
                customerId,
                offers(before == null ? List.of() : before.lines(), after.lines()),
                competitors.requireNames(
                        "competitors", "name", before == null ? List.of() : before.competitors(), after.competitors()),
                shares.teams(before == null ? List.of() : before.split(), after.split()));
    }

    private void requireContacts(List<DealContact> before, List<DealContact> after) {
        var known = before.stream().map(DealContact::contactId).toList();
        for (var index = 0; index < after.size(); index++) {
            var id = after.get(index).contactId();
            if (!known.contains(id)) {
                references.require("contacts[" + index + "].contactId", EventFamily.CONTACT, id);
            }
        }
    }

    private Map<UUID, Offer> offers(List<OpportunityLine> before, List<OpportunityLine> after) {
        var offers = new HashMap<UUID, Offer>();
        before.forEach(line ->
                offers.merge(line.productId(), line.offer(), (one, other) -> one.price() == null ? other : one));
        var faults = new ArrayList<InvalidField>();
        for (var index = 0; index < after.size(); index++) {
            var id = after.get(index).productId();
            if (!offers.containsKey(id)) {
                offer("lines[" + index + "].productId", id, faults).ifPresent(offer -> offers.put(id, offer));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(faults));
        }
        return offers;
    }

    private Optional<Offer> offer(String field, UUID id, List<InvalidField> faults) {
        var product = references.find(EventFamily.PRODUCT, id);
        if (product.isEmpty()) {
            faults.add(new InvalidField(field, "reference.unknown", "product", id));
            return Optional.empty();
        }
        var terms = products.find(id);
        if (terms.isPresent() && !terms.get().onShelf()) {
            faults.add(new InvalidField(
                    field, "opportunity.product-off-shelf", product.get().name()));
        }
        return Optional.of(
                new Offer(product.get().name(), terms.map(KnownProduct::price).orElse(null)));
    }

    /** The move with the name of the competitor that won. */
    ChangeStage settled(ChangeStage move) {
        return move.competitorId() == null
                ? move
                : move.naming(competitors.requireName("competitorId", move.competitorId()));
    }
}
