package io.kehu.reporting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a won deal counts for 业绩归属. */
@Schema(name = "SalesCredit")
public enum Credit {
    /** Whoever owned it when it was closed. */
    OWNER("select o.credit_owner as owner, o.credit_team as team, 1 as share"),
    /** The members among whom it is split 业绩分配, by their shares; the owner where it is not. */
    SPLIT("""
            select part ->> 'username' as owner, coalesce(part ->> 'team', o.credit_team) as team,
                   cast(part ->> 'share' as numeric) as share
              from jsonb_array_elements(o.split) part
            union all
            select o.credit_owner, o.credit_team, 1 where o.split = '[]'""");

    private final String shares;

    Credit(String shares) {
        this.shares = shares;
    }

    /** Owner, team and share of each for whom {@code opportunity o} counts. */
    public Sql shares() {
        return Sql.of(shares);
    }
}
