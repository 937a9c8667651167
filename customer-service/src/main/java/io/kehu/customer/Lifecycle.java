package io.kehu.customer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where the relationship with a customer stands 客户阶段, and where it may go by hand. */
public enum Lifecycle {
    PROSPECT,
    QUALIFIED,
    ACTIVE,
    AT_RISK,
    CHURNED,
    BLACKLISTED;

    private static final Set<Lifecycle> EXPLAINED = EnumSet.of(AT_RISK, CHURNED, BLACKLISTED);

    /** Of two customers that turn out to be one, who has gone further; whoever has left less far than who is there. */
    private static final List<Lifecycle> NEAR_TO_FAR =
            List.of(PROSPECT, QUALIFIED, CHURNED, ACTIVE, AT_RISK, BLACKLISTED);

    boolean furtherThan(Lifecycle other) {
        return NEAR_TO_FAR.indexOf(this) > NEAR_TO_FAR.indexOf(other);
    }

    boolean allows(Lifecycle next) {
        return next == BLACKLISTED
                || switch (this) {
                    case PROSPECT -> next == QUALIFIED;
                    case QUALIFIED -> next == ACTIVE;
                    case ACTIVE -> next == AT_RISK;
                    case AT_RISK -> next == ACTIVE || next == CHURNED;
                    case CHURNED -> next == ACTIVE;
                    case BLACKLISTED -> next == PROSPECT;
                };
    }

    /** Getting worse, and leaving the black list, is explained. */
    boolean needsReason(Lifecycle next) {
        return this == BLACKLISTED || EXPLAINED.contains(next);
    }
}
