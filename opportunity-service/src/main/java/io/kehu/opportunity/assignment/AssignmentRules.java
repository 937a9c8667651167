package io.kehu.opportunity.assignment;

import io.kehu.platform.setting.Settings;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;

/** The rules that there are. */
@Singleton
class AssignmentRules extends Settings<AssignmentRule, AssignmentRuleView> {

    AssignmentRules(EntityManager entities) {
        super(entities, "assignment-rule", AssignmentRule.class, AssignmentRuleView::new);
    }

    /** In the order in which they are tried. */
    @Override
    @Transactional
    public List<AssignmentRuleView> all() {
        return super.all().stream()
                .sorted(Comparator.comparingInt(view -> view.rule().position()))
                .toList();
    }
}
