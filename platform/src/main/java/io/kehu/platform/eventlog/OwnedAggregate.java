package io.kehu.platform.eventlog;

import io.kehu.events.AggregateState;
import io.kehu.events.Collaborator;
import io.kehu.events.DomainEvent;
import io.kehu.platform.access.Visibility;
import io.kehu.platform.problem.Forbidden;
import io.kehu.platform.search.SearchIndex;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.ParamDef;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/**
 * An aggregate with an owner 负责人, a team 所属部门 and collaborators 协作人, which decide who sees it: the filter is on for
 * every query and every load by key, so that no endpoint can forget it. Who may change it is judged by {@link EventLog}.
 */
@MappedSuperclass
@FilterDef(
        name = OwnedAggregate.VISIBLE,
        autoEnabled = true,
        applyToLoadByKey = true,
        parameters = {
            @ParamDef(name = "everything", type = Boolean.class, resolver = Visibility.Everything.class),
            @ParamDef(name = "owner", type = String.class, resolver = Visibility.Owner.class),
            @ParamDef(name = "team", type = String.class, resolver = Visibility.Team.class),
            @ParamDef(name = "teamsFrom", type = String.class, resolver = Visibility.TeamsFrom.class),
            @ParamDef(name = "teamsTo", type = String.class, resolver = Visibility.TeamsTo.class),
            @ParamDef(name = "principals", type = String.class, resolver = Visibility.Principals.class)
        })
public abstract sealed class OwnedAggregate<S extends AggregateState> extends Aggregate<S>
        permits StandaloneRecord, CustomerRecord {

    /** The filter that keeps rows out of sight. */
    public static final String VISIBLE = "visible";

    private String owner;
    private String team;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Collaborator> collaborators = List.of();

    @Transient
    private Standing before;

    @Transient
    private SearchIndex.Entry foundBefore;

    protected OwnedAggregate() {}

    protected OwnedAggregate(String number, String owner, String team) {
        super(number);
        this.owner = owner;
        this.team = team;
    }

    /** Who may do what with the record. */
    private record Standing(String owner, String team, List<Collaborator> collaborators) {}

    public final String owner() {
        return owner;
    }

    public final String team() {
        return team;
    }

    public final List<Collaborator> collaborators() {
        return collaborators;
    }

    /** Gives the record to an owner and a team; empty if it is theirs already. */
    public final Optional<DomainEvent> assign(String newOwner, String newTeam) {
        if (Objects.equals(newOwner, owner) && Objects.equals(newTeam, team)) {
            return Optional.empty();
        }
        var event = ownerChanged(owner, newOwner, team, newTeam);
        changeOwner(newOwner, newTeam);
        return Optional.of(event);
    }

    /** The event of the record's family that names the fields that have changed. */
    public abstract DomainEvent updated(Set<String> fields);

    /** The event of the record's family that says whose it was and whose it is. */
    protected abstract DomainEvent ownerChanged(
            String previousOwner, String newOwner, String previousTeam, String newTeam);

    protected final void changeOwner(String newOwner, String newTeam) {
        owner = newOwner;
        team = newTeam;
    }

    /** Fails if the record may be shared with nobody as it is. */
    public void requireShareable() {}

    /** Shares the record, in place of what the same principal had; false if nothing is different. */
    public final boolean share(Collaborator collaborator) {
        if (collaborators.contains(collaborator)) {
            return false;
        }
        var all = without(collaborator.principal());
        all.add(collaborator);
        collaborators = List.copyOf(all);
        return true;
    }

    /** Ends a share; false if there is none. */
    public final boolean unshare(String principal) {
        var remaining = without(principal);
        if (remaining.size() == collaborators.size()) {
            return false;
        }
        collaborators = List.copyOf(remaining);
        return true;
    }

    private List<Collaborator> without(String principal) {
        var remaining = new ArrayList<>(collaborators);
        remaining.removeIf(each -> each.principal().equals(principal));
        return remaining;
    }

    /** Not what is read again of a record while it is taken back to an earlier state. */
    @PostLoad
    void remember() {
        if (before == null) {
            before = standing();
            foundBefore = found("");
        }
    }

    private Standing standing() {
        return new Standing(owner, team, collaborators);
    }

    private SearchIndex.Entry found(String type) {
        var text = searchText();
        return text == null ? null : new SearchIndex.Entry(id(), type, text, owner, team, deleted());
    }

    /** How the record is to be found from now on, if that is other than before; one without texts is not found. */
    final Optional<SearchIndex.Entry> changedSearch(String type) {
        if (Objects.equals(found(""), foundBefore)) {
            return Optional.empty();
        }
        var found = found(type);
        return Optional.of(
                found == null ? new SearchIndex.Entry(id(), type, foundBefore.text(), owner, team, true) : found);
    }

    /** The collaborators as they are now, if they are other than before. */
    final Optional<List<Collaborator>> changedCollaborators() {
        var known = before == null ? List.of() : before.collaborators();
        return known.equals(collaborators) ? Optional.empty() : Optional.of(collaborators);
    }

    /** Whether the caller may see the record, apart from the customer that it may hang on. */
    final boolean visibleByItself() {
        return Visibility.current().allows(owner, team, collaborators);
    }

    /** Judged by how the record stood when it was loaded; a new one is the caller's to make. */
    @Override
    public final void requireAllowed() {
        var visibility = Visibility.current();
        if (before == null || visibility.inScope(before.owner(), before.team())) {
            return;
        }
        if (!visibility.allowsChange(before.owner(), before.team(), before.collaborators())) {
            throw new Forbidden("record.read-only");
        }
        if (!before.equals(standing())) {
            throw new Forbidden("record.owner-only");
        }
    }
}
