package io.kehu.servicedesk.questionnaire;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.sql.Statements;
import io.kehu.servicedesk.setting.VersionedSettings;
import io.kehu.servicedesk.type.TicketTypes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The questionnaires with their versions, of which the newest is for new surveys. */
@Singleton
public class Questionnaires extends VersionedSettings<Questionnaire, QuestionnaireView> {

    /** The one that is shipped; in its first version it is that of surveys from before there were any. */
    private static final String SHIPPED = "csat";

    private final TicketTypes types;

    Questionnaires(Statements statements, TicketTypes types) {
        super(
                statements,
                "questionnaire",
                "questionnaire",
                "questionnaire",
                Questionnaire.class,
                QuestionnaireView::new);
        this.types = types;
    }

    /** The newest version of each, in the order in which they are tried. */
    List<QuestionnaireView> current() {
        return newest().stream()
                .sorted(Comparator.comparingInt(view -> view.questionnaire().position()))
                .toList();
    }

    /** Those that are sent by themselves for {@code occasion}, in their order. */
    public List<QuestionnaireView> activeFor(Occasion occasion) {
        return current().stream()
                .filter(view -> view.questionnaire().active())
                .filter(view -> view.questionnaire().trigger().occasion() == occasion)
                .toList();
    }

    /** The one to be sent for {@code occasion}, if any fits. */
    public Optional<QuestionnaireView> choose(Occasion occasion, Predicate<Trigger> fits) {
        return activeFor(occasion).stream()
                .filter(view -> fits.test(view.questionnaire().trigger()))
                .findFirst();
    }

    /** As it is now, for being sent by hand; 422 if there is none or it is not active. */
    public QuestionnaireView requireActive(String key) {
        return newest(key)
                .filter(view -> view.questionnaire().active())
                .orElseThrow(() -> new Invalid(
                        "validation.failed",
                        List.of(new InvalidField("questionnaire", "reference.unknown", "questionnaire", key))));
    }

    /** As it was when a survey was made by it. */
    public Questionnaire of(String key, Integer version) {
        return (key == null ? require(SHIPPED, 1) : require(key, version)).questionnaire();
    }

    @Transactional
    QuestionnaireView put(String key, Questionnaire questionnaire) {
        var faults = questionnaire.faults();
        if (!faults.isEmpty()) {
            throw new Invalid("validation.failed", faults);
        }
        types.requireKnown("trigger.ticketTypes", questionnaire.trigger().ticketTypes());
        return write(key, questionnaire);
    }
}
