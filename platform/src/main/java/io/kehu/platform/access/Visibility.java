package io.kehu.platform.access;

import java.util.function.Supplier;

/**
 * The one rule of which owned rows a caller sees. Hibernate queries get it by the filter that is always on, native SQL by
 * {@link #sql}; both say the same.
 *
 * @param teamsFrom lower end of the paths below the caller's team, inclusive ({@code /sales/})
 * @param teamsTo   upper end, exclusive ({@code /sales0}): a range, so that an index serves it
 */
public record Visibility(boolean everything, String owner, String team, String teamsFrom, String teamsTo) {

    public static final String CONDITION =
            "(:everything or owner = :owner or team = :team or (team >= :teamsFrom and team < :teamsTo))";

    /** No username and no group path is empty, so an empty string matches no row. */
    private static final String NOBODY = "";

    public static Visibility of(Caller caller) {
        var owner = caller.scope() == Scope.NONE ? NOBODY : caller.username();
        var team = caller.team() == null ? NOBODY : caller.team();
        return switch (caller.scope()) {
            case NONE, OWN -> new Visibility(false, owner, NOBODY, NOBODY, NOBODY);
            case TEAM -> new Visibility(false, owner, team, NOBODY, NOBODY);
            case TEAM_TREE ->
                team.isEmpty()
                        ? new Visibility(false, owner, NOBODY, NOBODY, NOBODY)
                        : new Visibility(false, owner, team, team + "/", team + "0");
            case ALL -> new Visibility(true, owner, NOBODY, NOBODY, NOBODY);
        };
    }

    public static Visibility current() {
        return of(Caller.current());
    }

    /** The same rule for a row at hand. */
    public boolean allows(String rowOwner, String rowTeam) {
        return everything
                || (rowOwner != null && rowOwner.equals(owner))
                || (rowTeam != null
                        && (rowTeam.equals(team)
                                || (rowTeam.compareTo(teamsFrom) >= 0 && rowTeam.compareTo(teamsTo) < 0)));
    }

    /** The rule as a native condition on the columns of {@code alias}; its five parameters are {@link #parameters}. */
    public static String sql(String alias) {
        return "(? or %1$s.owner = ? or %1$s.team = ? or (%1$s.team >= ? and %1$s.team < ?))".formatted(alias);
    }

    public Object[] parameters() {
        return new Object[] {everything, owner, team, teamsFrom, teamsTo};
    }

    /** Filter parameter. */
    public static final class Everything implements Supplier<Boolean> {
        @Override
        public Boolean get() {
            return current().everything();
        }
    }

    /** Filter parameter. */
    public static final class Owner implements Supplier<String> {
        @Override
        public String get() {
            return current().owner();
        }
    }

    /** Filter parameter. */
    public static final class Team implements Supplier<String> {
        @Override
        public String get() {
            return current().team();
        }
    }

    /** Filter parameter. */
    public static final class TeamsFrom implements Supplier<String> {
        @Override
        public String get() {
            return current().teamsFrom();
        }
    }

    /** Filter parameter. */
    public static final class TeamsTo implements Supplier<String> {
        @Override
        public String get() {
            return current().teamsTo();
        }
    }
}
