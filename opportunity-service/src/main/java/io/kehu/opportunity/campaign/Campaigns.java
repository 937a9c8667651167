package io.kehu.opportunity.campaign;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What other features of this service may ask of campaigns. */
@ApplicationScoped
public class Campaigns {

    private final CampaignRepository repository;

    Campaigns(CampaignRepository repository) {
        this.repository = repository;
    }

    /** Fails with 422 if {@code wanted} is another campaign than {@code present} and the caller may not see it. */
    public void requireNew(UUID present, UUID wanted) {
        if (wanted != null
                && !wanted.equals(present)
                && repository.findVisible(wanted).isEmpty()) {
            throw new Invalid(
                    "validation.failed",
                    List.of(new InvalidField("campaignId", "reference.unknown", "campaign", wanted)));
        }
    }

    /** The campaign, for who reads what belongs to it; 404 if there is none or the caller may not see it. */
    public Campaign require(UUID id) {
        return repository.requireReadable(id);
    }

    /** The same for who changes what belongs to it, whatever version it has; 403 if the caller may only read it. */
    public Campaign requireChangeable(UUID id) {
        var campaign = require(id);
        campaign.requireAllowed();
        return campaign;
    }

    /** The campaigns of these numbers, as far as the caller may see them. */
    public Map<String, Campaign> byNumber(Collection<String> numbers) {
        return repository.ofNumbers(numbers).stream().collect(Collectors.toMap(Campaign::number, found -> found));
    }

    /** The numbers of these campaigns, likewise. */
    public Map<UUID, String> numbers(Collection<UUID> ids) {
        return repository.ofIds(ids).stream().collect(Collectors.toMap(Campaign::id, Campaign::number));
    }
}
