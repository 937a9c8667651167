package io.kehu.platform.access;

import io.kehu.events.Collaborator;
import io.kehu.events.Collaborator.Access;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The one rule of which owned rows a caller sees. Hibernate queries get it by the filter that is always on, native SQL by
 * {@link #ofRecord} and {@link #ofCustomerRecord}, a row at hand by {@link #allows}; all say the same.
 *
 * @param teamsFrom  lower end of the paths below the caller's team, inclusive ({@code /sales/})
 * @param teamsTo    upper end, exclusive ({@code /sales0}): a range, so that an index serves it
 * @param principals by what names rows are shared with the caller: the username, the team and those above it, one per line
 */
public record Visibility(
        boolean everything, String owner, String team, String teamsFrom, String teamsTo, String principals) {

    private static final String IN_SCOPE =
            ":everything or owner = :owner or team = :team or (team >= :teamsFrom and team < :teamsTo)";

    private static final String WITH_CALLER = "s.principal = any(string_to_array(:principals, chr(10)))"
            + " and (s.expires_at is null or s.expires_at > now())";

    private static final String SHARED =
            "exists (select 1 from row_share s where s.aggregate_id = id and " + WITH_CALLER + ")";

    private static final String CUSTOMER_IN_SCOPE = "customer_id in (select k.id from customer_ownership k where "
            + "k.owner = :owner or k.team = :team or (k.team >= :teamsFrom and k.team < :teamsTo))";

    private static final String CUSTOMER_SHARED = "customer_id in (select k.id from row_share s, customer_ownership k"
            + " where k.id = s.aggregate_id and " + WITH_CALLER + ")";

    private static final String SHARED_IDS = "id in (select s.aggregate_id from row_share s where " + WITH_CALLER + ")";

    /** Two questions instead of one, because the planner answers each by its own indexes, and either way round. */
    private static final String OF_VISIBLE_CUSTOMER =
            "exists (select 1 from customer_ownership k where k.id = customer_id"
                    + " and (k.owner = :owner or k.team = :team or (k.team >= :teamsFrom and k.team < :teamsTo)))"
                    + " or exists (select 1 from row_share s, customer_ownership k where s.aggregate_id = customer_id"
                    + " and k.id = s.aggregate_id and " + WITH_CALLER + ")";

    /** A record that stands for itself: in scope or shared. */
    public static final String RECORD = "(" + IN_SCOPE + " or " + SHARED + ")";

    /** A record that hangs on a customer: also whoever may see the customer sees it. */
    public static final String CUSTOMER_RECORD = "(" + IN_SCOPE + " or " + SHARED + " or " + OF_VISIBLE_CUSTOMER + ")";

    /** Columns of the row itself, and parameters. */
    private static final Pattern PLACE = Pattern.compile("(?<![\\w.:])(?:owner|team|id|customer_id)\\b|:(\\w+)");

    /** No username and no group path is empty, so an empty string matches no row. */
    private static final String NOBODY = "";

    public static Visibility of(Caller caller) {
        var owner = caller.scope() == Scope.NONE ? NOBODY : caller.username();
        var team = caller.team() == null ? NOBODY : caller.team();
        var principals = caller.scope() == Scope.NONE ? NOBODY : principals(owner, team);
        return switch (caller.scope()) {
            case NONE, OWN -> new Visibility(false, owner, NOBODY, NOBODY, NOBODY, principals);
            case TEAM -> new Visibility(false, owner, team, NOBODY, NOBODY, principals);
            case TEAM_TREE ->
                team.isEmpty()
                        ? new Visibility(false, owner, NOBODY, NOBODY, NOBODY, principals)
                        : new Visibility(false, owner, team, team + "/", team + "0", principals);
            case ALL -> new Visibility(true, owner, NOBODY, NOBODY, NOBODY, principals);
        };
    }

    private static String principals(String username, String team) {
        var names = new ArrayList<>(List.of(username));
        for (var path = team; !path.isEmpty(); path = path.substring(0, Math.max(0, path.lastIndexOf('/')))) {
            names.add(path);
        }
        return String.join("\n", names);
    }

    public static Visibility current() {
        return of(Caller.current());
    }

    /** Whether a row is the caller's by its owner or team, and not only by what others let him see. */
    public boolean inScope(String rowOwner, String rowTeam) {
        return everything
                || (rowOwner != null && rowOwner.equals(owner))
                || (rowTeam != null
                        && (rowTeam.equals(team)
                                || (rowTeam.compareTo(teamsFrom) >= 0 && rowTeam.compareTo(teamsTo) < 0)));
    }

    /** The rule for a row at hand, apart from the customer that it may hang on. */
    public boolean allows(String rowOwner, String rowTeam, Collection<Collaborator> collaborators) {
        return inScope(rowOwner, rowTeam) || shares(collaborators).anyMatch(_ -> true);
    }

    /** Whether a row at hand may also be changed. */
    public boolean allowsChange(String rowOwner, String rowTeam, Collection<Collaborator> collaborators) {
        return inScope(rowOwner, rowTeam) || shares(collaborators).anyMatch(each -> each.access() == Access.WRITE);
    }

    private Stream<Collaborator> shares(Collection<Collaborator> collaborators) {
        var now = Instant.now();
        var names = Arrays.asList(principals.split("\n"));
        return collaborators.stream().filter(each -> names.contains(each.principal()) && !each.endedAt(now));
    }

    /** A native condition with the values of its places, in order. */
    public record Condition(String sql, List<Object> parameters) {}

    /** Rows of the caller's scope, for what is judged by owner and team alone. */
    public Condition ofScope(String alias) {
        return condition("(" + IN_SCOPE + ")", alias);
    }

    /** The rule for {@code alias}, a record that stands for itself. */
    public Condition ofRecord(String alias) {
        return condition(RECORD, alias);
    }

    /** The rule for {@code alias}, a record that hangs on a customer. */
    public Condition ofCustomerRecord(String alias) {
        return condition(CUSTOMER_RECORD, alias);
    }

    private Condition condition(String rule, String alias) {
        var parameters = new ArrayList<>();
        return new Condition(
                place(rule, column -> alias + "." + column, parameters::add), Collections.unmodifiableList(parameters));
    }

    /** A reason for which the caller sees rows; an index serves each by itself. */
    public sealed interface Reason {

        /** All rows with this value in this column, {@code owner} or {@code team}. */
        record Same(String column, String value) implements Reason {}

        /** All rows of the teams whose paths lie in this range, its end excluded. */
        record Below(String from, String to) implements Reason {}

        /** All rows for which a condition holds, over columns and parameters of the visibility. */
        record Rule(String sql) implements Reason {}
    }

    /** All reasons; put together they say the same as the rule. Nothing is asked of whoever sees everything. */
    public List<Reason> reasons(boolean hangsOnCustomer) {
        var reasons = new ArrayList<Reason>(List.of(new Reason.Same("owner", owner), new Reason.Rule(SHARED_IDS)));
        if (!team.isEmpty()) {
            reasons.add(new Reason.Same("team", team));
        }
        if (!teamsFrom.isEmpty()) {
            reasons.add(new Reason.Below(teamsFrom, teamsTo));
        }
        if (hangsOnCustomer) {
            reasons.add(new Reason.Rule(CUSTOMER_IN_SCOPE));
            reasons.add(new Reason.Rule(CUSTOMER_SHARED));
        }
        return reasons;
    }

    /** {@code rule} with its columns written as {@code column} says, and a question mark for each value that is handed over. */
    public String place(String rule, UnaryOperator<String> column, Consumer<Object> value) {
        return PLACE.matcher(rule).replaceAll(place -> {
            if (place.group(1) == null) {
                return column.apply(place.group());
            }
            value.accept(parameter(place.group(1)));
            return "?";
        });
    }

    private Object parameter(String name) {
        return switch (name) {
            case "everything" -> everything;
            case "owner" -> owner;
            case "team" -> team;
            case "teamsFrom" -> teamsFrom;
            case "teamsTo" -> teamsTo;
            case "principals" -> principals;
            default -> throw new IllegalArgumentException(name);
        };
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

    /** Filter parameter. */
    public static final class Principals implements Supplier<String> {
        @Override
        public String get() {
            return current().principals();
        }
    }
}
