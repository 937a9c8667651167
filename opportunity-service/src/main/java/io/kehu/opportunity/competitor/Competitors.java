package io.kehu.opportunity.competitor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What other features of this service may ask of competitors. */
@ApplicationScoped
public class Competitors {

    private final CompetitorRepository repository;

    Competitors(CompetitorRepository repository) {
        this.repository = repository;
    }

    /** The names of those that exist. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return repository.visible(ids).stream().collect(Collectors.toMap(Competitor::id, Competitor::name));
    }
}
