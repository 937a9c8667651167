package io.kehu.opportunity.competitor;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What other features of this service may ask of competitors. */
@ApplicationScoped
public class Competitors {

    private final CompetitorRepository repository;

    Competitors(CompetitorRepository repository) {
        this.repository = repository;
    }

    /** The name of one; fails with 422 naming {@code field} if there is none. */
    public String requireName(String field, UUID id) {
        var name = names(List.of(id)).get(id);
        if (name == null) {
            throw new Invalid("validation.failed", List.of(unknown(field, id)));
        }
        return name;
    }

    /**
     * The names of all that are mentioned by their ids. Fails with 422 for a mention of one that does not exist, or of nobody at
     * all; what has been mentioned before may stay.
     *
     * @param list      name of the list that the mentions stand in
     * @param nameField name of the field that has the name of each
     */
    public Map<UUID, String> requireNames(
            String list,
            String nameField,
            List<? extends CompetitorMention> present,
            List<? extends CompetitorMention> wanted) {
        var names = new HashMap<UUID, String>();
        present.stream()
                .filter(mention -> mention.competitorId() != null)
                .forEach(mention -> names.put(mention.competitorId(), mention.calledBy()));
        names.putAll(names(wanted.stream()
                .map(CompetitorMention::competitorId)
                .filter(id -> id != null && !names.containsKey(id))
                .toList()));
        var faults = new ArrayList<InvalidField>();
        for (var index = 0; index < wanted.size(); index++) {
            var mention = wanted.get(index);
            var field = list + "[" + index + "].";
            if (mention.competitorId() == null && mention.calledBy() == null) {
                faults.add(new InvalidField(field + nameField, "field.required"));
            } else if (mention.competitorId() != null && !names.containsKey(mention.competitorId())) {
                faults.add(unknown(field + "competitorId", mention.competitorId()));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(faults));
        }
        return names;
    }

    /** The competitors of these names, by the name as it is given; names of nobody are left out. */
    public Map<String, UUID> byName(Collection<String> names) {
        var byKey = new HashMap<String, UUID>();
        repository
                .named(names.stream().map(CompetitorRepository::key).toList())
                .forEach(found -> byKey.put(CompetitorRepository.key(found.name()), found.id()));
        var found = new HashMap<String, UUID>();
        names.forEach(name -> found.computeIfAbsent(name, each -> byKey.get(CompetitorRepository.key(each))));
        return found;
    }

    private Map<UUID, String> names(List<UUID> ids) {
        var names = new HashMap<UUID, String>();
        repository.visible(ids).forEach(found -> names.put(found.id(), found.name()));
        return names;
    }

    private static InvalidField unknown(String field, UUID id) {
        return new InvalidField(field, "reference.unknown", "competitor", id);
    }
}
