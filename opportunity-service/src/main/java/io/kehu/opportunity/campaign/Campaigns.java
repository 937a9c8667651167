package io.kehu.opportunity.campaign;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

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

    /** The campaign, for work on what belongs to it; 404 if there is none or the caller may not see it. */
    public Campaign require(UUID id) {
        return repository.requireReadable(id);
    }
}
