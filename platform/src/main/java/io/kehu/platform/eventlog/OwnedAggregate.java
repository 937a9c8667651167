package io.kehu.platform.eventlog;

import io.kehu.events.AggregateState;
import io.kehu.platform.access.Visibility;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;

/**
 * An aggregate with an owner 负责人 and a team 所属部门, which decide who sees it: the filter is on for every query and
 * every load by key, so that no endpoint can forget it.
 */
@MappedSuperclass
@FilterDef(
        name = "visible",
        defaultCondition = Visibility.CONDITION,
        autoEnabled = true,
        applyToLoadByKey = true,
        parameters = {
            @ParamDef(name = "everything", type = Boolean.class, resolver = Visibility.Everything.class),
            @ParamDef(name = "owner", type = String.class, resolver = Visibility.Owner.class),
            @ParamDef(name = "team", type = String.class, resolver = Visibility.Team.class),
            @ParamDef(name = "teamsFrom", type = String.class, resolver = Visibility.TeamsFrom.class),
            @ParamDef(name = "teamsTo", type = String.class, resolver = Visibility.TeamsTo.class)
        })
@Filter(name = "visible")
public abstract class OwnedAggregate<S extends AggregateState> extends Aggregate<S> {

    private String owner;
    private String team;

    protected OwnedAggregate() {}

    protected OwnedAggregate(String number, String owner, String team) {
        super(number);
        this.owner = owner;
        this.team = team;
    }

    public final String owner() {
        return owner;
    }

    public final String team() {
        return team;
    }

    protected final void changeOwner(String newOwner, String newTeam) {
        owner = newOwner;
        team = newTeam;
    }
}
