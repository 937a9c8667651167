package io.kehu.opportunity.lead;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What other features of this service may ask of leads. */
@ApplicationScoped
public class Leads {

    private final LeadRepository repository;

    Leads(LeadRepository repository) {
        this.repository = repository;
    }

    /** Whether there is such a lead and the caller may see it. */
    public boolean has(UUID id) {
        return repository.findVisible(id).isPresent();
    }
}
