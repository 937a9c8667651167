package io.kehu.servicedesk.sla;

import io.kehu.events.TicketState;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.sql.Statements;
import io.kehu.servicedesk.reference.CustomerLevels;
import io.kehu.servicedesk.setting.VersionedSettings;
import io.kehu.servicedesk.type.TicketTypes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The policies with their versions, of which the newest is for new tickets. */
@Singleton
public class SlaPolicies extends VersionedSettings<SlaPolicy, SlaPolicyView> {

    private final Calendars calendars;
    private final CustomerLevels levels;
    private final TicketTypes types;

    SlaPolicies(Statements statements, Calendars calendars, CustomerLevels levels, TicketTypes types) {
        super(statements, "SLA policy", "sla_policy", "policy", SlaPolicy.class, SlaPolicyView::new);
        this.calendars = calendars;
        this.levels = levels;
        this.types = types;
    }

    /** The newest version of each, in the order in which they are tried. */
    List<SlaPolicyView> current() {
        return newest().stream()
                .sorted(Comparator.comparingInt(view -> view.policy().position()))
                .toList();
    }

    SlaPolicy version(String key, int version) {
        return require(key, version).policy();
    }

    /**
     * The policy for a ticket that is being opened.
     *
     * @param wanted key of the policy that its type names, or null
     */
    public Optional<SlaPolicyView> choose(TicketState ticket, String wanted) {
        var level = levels.of(ticket.customerId()).orElse(null);
        var all = current();
        return all.stream()
                .filter(view -> view.key().equals(wanted))
                .findFirst()
                .or(() -> all.stream()
                        .filter(view -> view.policy().isFor(ticket, level))
                        .findFirst());
    }

    @Transactional
    SlaPolicyView put(String key, SlaPolicy policy) {
        if (calendars.find(policy.calendar()).isEmpty()) {
            throw new Invalid(
                    "validation.failed",
                    List.of(new InvalidField("calendar", "reference.unknown", "calendar", policy.calendar())));
        }
        types.requireKnown("condition.types", policy.condition().types());
        return write(key, policy);
    }
}
