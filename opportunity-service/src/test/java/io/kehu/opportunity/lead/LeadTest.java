package io.kehu.opportunity.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kehu.events.LeadEvent;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.RuleViolation;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeadTest {

    private static Lead lead() {
        return new Lead("L1", "anna", "/sales", withoutPhone());
    }

    /** Phones are sealed by a key that only a running service has. */
    private static LeadFields withoutPhone() {
        return LeadSamples.of(null);
    }

    private static ChangeLeadStatus to(LeadStatus status) {
        return new ChangeLeadStatus(status, null, null);
    }

    private static Lead qualified() {
        var lead = lead();
        lead.giveTo("ben", "/sales", null);
        lead.moveTo(to(LeadStatus.CONTACTED));
        lead.moveTo(to(LeadStatus.QUALIFIED));
        return lead;
    }

    @Test
    void goesThroughItsStatusesOneByOne() {
        var lead = lead();
        assertThat(lead.giveTo("ben", "/sales", "web"))
                .contains(new LeadEvent.Assigned("anna", "ben", "/sales", "/sales", "web"));
        assertThat(lead.status()).isEqualTo(LeadStatus.ASSIGNED);
        assertThat(lead.moveTo(to(LeadStatus.CONTACTED)))
                .contains(new LeadEvent.StatusChanged("ASSIGNED", "CONTACTED", null));
        assertThat(lead.moveTo(to(LeadStatus.CONTACTED))).isEmpty();
        assertThatThrownBy(() -> lead.moveTo(to(LeadStatus.NEW))).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> lead.convert(UUID.randomUUID(), null, null)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void isDisqualifiedForAReasonAndRecycled() {
        var lead = lead();
        assertThatThrownBy(() -> lead.moveTo(to(LeadStatus.DISQUALIFIED))).isInstanceOf(Invalid.class);
        var because = new ChangeLeadStatus(LeadStatus.DISQUALIFIED, DisqualifiedReason.NO_BUDGET, "next year");
        assertThat(lead.moveTo(because)).contains(new LeadEvent.Disqualified("NEW", "NO_BUDGET", "next year"));
        assertThat(lead.moveTo(because)).isEmpty();
        assertThat(lead.moveTo(to(LeadStatus.RECYCLED))).isPresent();
        assertThat(lead.state().disqualifiedReason()).isEqualTo("NO_BUDGET");
        assertThat(lead.moveTo(to(LeadStatus.NEW))).isPresent();
        assertThat(lead.state().disqualifiedReason()).isNull();
    }

    @Test
    void becomesACustomerOnlyByConversionAndOnlyWhenQualified() {
        var lead = qualified();
        assertThatThrownBy(() -> lead.moveTo(to(LeadStatus.CONVERTED))).isInstanceOf(Invalid.class);
        var customer = UUID.randomUUID();
        assertThat(lead.convert(customer, null, null)).isEqualTo(new LeadEvent.Converted(customer, null, null));
        assertThat(lead.state().convertedCustomerId()).isEqualTo(customer);
        assertThatThrownBy(() -> lead.update(withoutPhone())).isInstanceOf(RuleViolation.class);
    }

    @Test
    void belongsToNobodyUntilItIsGivenToSomebody() {
        var lead = new Lead("L1", Lead.NOBODY, "/sales", withoutPhone());
        assertThatThrownBy(() -> lead.moveTo(to(LeadStatus.ASSIGNED))).isInstanceOf(RuleViolation.class);
        lead.place("ben", "/sales");
        assertThat(lead.status()).isEqualTo(LeadStatus.ASSIGNED);
        assertThat(lead.giveTo("ben", "/sales", null)).isEmpty();
    }

    @Test
    void tellsNothingOfThePersonOnceItIsErased() {
        var lead = lead();
        assertThat(lead.erase()).isEqualTo(new LeadEvent.Erased());
        assertThat(lead.personal()).isNull();
        assertThat(lead.searchText()).isNull();
        assertThat(lead.state().company()).isNull();
        assertThatThrownBy(lead::erase).isInstanceOf(RuleViolation.class);
    }

    @Test
    void knowsACompanyUnderItsSpellings() {
        assertThat(LeadProfile.companyKey("云帆(上海)科技")).isEqualTo(LeadProfile.companyKey("云帆（上海）科技 "));
        assertThat(LeadProfile.companyKey("ACME Ltd.")).isEqualTo("acme");
        assertThat(LeadProfile.companyKey("---")).isNull();
    }
}
