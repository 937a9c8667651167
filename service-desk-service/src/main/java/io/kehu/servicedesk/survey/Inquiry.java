package io.kehu.servicedesk.survey;

import io.kehu.events.SurveyEvent;
import io.kehu.events.SurveyState;
import io.kehu.platform.eventlog.CustomerRecord;
import io.kehu.servicedesk.questionnaire.Occasion;
import io.kehu.servicedesk.questionnaire.QuestionnaireView;
import io.kehu.servicedesk.questionnaire.SurveyKind;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.util.Set;
import java.util.UUID;

/** Who is asked about what, and by which questionnaire: the part of a survey that is there before it is sent. */
@MappedSuperclass
abstract class Inquiry extends CustomerRecord<SurveyState> {

    @Enumerated(EnumType.STRING)
    private SurveyKind kind;

    private String questionnaire;
    private Integer questionnaireVersion;

    @Enumerated(EnumType.STRING)
    private Occasion occasion;

    private UUID customerId;
    private UUID contactId;
    private UUID ticketId;
    private UUID contractId;
    private UUID productId;
    private String agent;
    private String ticketType;
    private String ticketCategory;
    private String priority;

    protected Inquiry() {}

    Inquiry(String number, Subject subject, QuestionnaireView view) {
        super(number, subject.owner(), subject.team());
        kind = view.questionnaire().kind();
        questionnaire = view.key();
        questionnaireVersion = view.version();
        occasion = subject.occasion();
        ask(subject);
    }

    /** One of another system's past, by no questionnaire of ours. */
    Inquiry(String number, SurveyKind kind, Subject subject) {
        super(number, subject.owner(), subject.team());
        this.kind = kind;
        ask(subject);
    }

    final void ask(Subject subject) {
        customerId = subject.customerId();
        contactId = subject.contactId();
        ticketId = subject.ticketId();
        contractId = subject.contractId();
        productId = subject.productId();
        agent = subject.agent();
        ticketType = subject.ticketType();
        ticketCategory = subject.ticketCategory();
        priority = subject.priority();
    }

    @Override
    public final SurveyEvent updated(Set<String> fields) {
        return new SurveyEvent.Updated(fields);
    }

    @Override
    protected final SurveyEvent ownerChanged(
            String previousOwner, String newOwner, String previousTeam, String newTeam) {
        return new SurveyEvent.OwnerChanged(previousOwner, newOwner, previousTeam, newTeam);
    }

    @Override
    public final SurveyEvent follow(UUID merged, UUID survivor) {
        customerId = survivor;
        return new SurveyEvent.CustomerChanged(merged, survivor);
    }

    final SurveyKind kind() {
        return kind;
    }

    /** Key of the questionnaire, null of what was asked by none of ours. */
    public final String questionnaire() {
        return questionnaire;
    }

    public final Integer questionnaireVersion() {
        return questionnaireVersion;
    }

    final Occasion occasion() {
        return occasion;
    }

    public final UUID customerId() {
        return customerId;
    }

    public final UUID contactId() {
        return contactId;
    }

    public final UUID ticketId() {
        return ticketId;
    }

    final UUID contractId() {
        return contractId;
    }

    final UUID productId() {
        return productId;
    }

    final String agent() {
        return agent;
    }

    final String ticketType() {
        return ticketType;
    }

    final String ticketCategory() {
        return ticketCategory;
    }

    final String priority() {
        return priority;
    }
}
