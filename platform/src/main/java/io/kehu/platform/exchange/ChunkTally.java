package io.kehu.platform.exchange;

import io.kehu.events.ExternalId;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.problem.DomainProblem;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what becomes of the rows of a chunk while they are gone through. */
final class ChunkTally {

    private final Rejections rejections;
    private final List<Change> changes = new ArrayList<>();
    private List<Change> following = List.of();
    private final Map<ExternalId, Aggregate<?>> links = new LinkedHashMap<>();
    private final Map<Object, Optional<ExternalId>> unique = new HashMap<>();
    private final Map<Aggregate<?>, Long> firstRows = new LinkedHashMap<>();
    private final List<RejectedRow> rejects = new ArrayList<>();
    private int rows;
    private int created;
    private int updated;
    private int unchanged;
    private int rejected;

    ChunkTally(Rejections rejections) {
        this.rejections = rejections;
    }

    void created(RowGroup group, Change change) {
        count(group);
        created++;
        add(group, change);
    }

    void updated(RowGroup group, Change change) {
        updated(group);
        add(group, change);
    }

    /** Told of a row that would be tried to find out by it what is there. */
    void updated(RowGroup group) {
        count(group);
        updated++;
    }

    private void add(RowGroup group, Change change) {
        changes.add(change);
        firstRows.put(change.aggregate(), group.firstNumber());
    }

    /** The number of the row that each changed record comes from. */
    Map<Aggregate<?>, Long> firstRows() {
        return firstRows;
    }

    void unchanged(RowGroup group) {
        count(group);
        unchanged++;
    }

    void invalid(RowGroup group, Map<Long, List<InvalidField>> errors) {
        reject(group, rejections.invalid(group, errors));
    }

    void violations(RowGroup group, Set<? extends ConstraintViolation<?>> violations) {
        reject(group, rejections.violations(group, violations));
    }

    void problem(RowGroup group, DomainProblem problem) {
        reject(group, rejections.problem(group, problem));
    }

    private void reject(RowGroup group, List<RejectedRow> reasons) {
        count(group);
        rejected++;
        rejects.addAll(reasons);
    }

    private void count(RowGroup group) {
        rows += group.rows().size();
    }

    void link(ExternalId externalId, Aggregate<?> aggregate) {
        links.put(externalId, aggregate);
    }

    /** @param owner key of the record that has the values now, or null if it has none */
    void own(List<?> values, ExternalId owner) {
        values.forEach(value -> unique.put(value, Optional.ofNullable(owner)));
    }

    Map<Object, Optional<ExternalId>> unique() {
        return unique;
    }

    List<Change> changes() {
        return changes;
    }

    /** @param brought what the changes bring about in records of other kinds */
    void follow(List<Change> brought) {
        following = brought;
    }

    List<Change> following() {
        return following;
    }

    Map<ExternalId, Aggregate<?>> links() {
        return links;
    }

    ChunkOutcome outcome() {
        return new ChunkOutcome(rows, created, updated, unchanged, 0, rejected, List.copyOf(rejects));
    }
}
