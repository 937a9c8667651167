package io.kehu.customer.pool;

import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.Lifespan;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A public pool 公海: who sees and claims what lies in it, and what comes into it by itself. A setting, no record of the business. */
@Entity
public class CustomerPool {

    @Id
    private UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);

    @Version
    private long version = 1;

    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<String> teams;

    private Integer claimsPerDay;
    private Integer coolDownDays;
    private Integer capacity;
    private int warningDays;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<RecyclingRule> rules;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<String> hiddenFields = List.of();

    /** Whether every customer in it is shown to its teams, and hides its fields, as they are now. */
    @OptimisticLock(excluded = true)
    private boolean followed = true;

    private Instant createdAt = EventLog.now();
    private String createdBy = Caller.current().username();
    private Instant updatedAt;
    private String updatedBy;

    protected CustomerPool() {}

    CustomerPool(PoolFields fields) {
        set(fields);
    }

    void set(PoolFields fields) {
        var wanted = List.copyOf(new LinkedHashSet<>(fields.teams()));
        var hidden = fields.hiddenFields() == null
                ? List.<String>of()
                : fields.hiddenFields().stream()
                        .flatMap(CustomerPool::withWhatTellsTheSame)
                        .distinct()
                        .sorted()
                        .toList();
        followed = followed && (teams == null || teams.equals(wanted) && hiddenFields.equals(hidden));
        hiddenFields = hidden;
        name = fields.name();
        teams = wanted;
        claimsPerDay = fields.claimsPerDay();
        coolDownDays = fields.coolDownDays();
        capacity = fields.capacity();
        warningDays = Objects.requireNonNullElse(fields.warningDays(), 0);
        rules = fields.rules() == null ? List.of() : List.copyOf(fields.rules());
        updatedAt = EventLog.now();
        updatedBy = Caller.current().username();
    }

    /** A sum in one currency is a part of the sums in each. */
    private static Stream<String> withWhatTellsTheSame(String field) {
        return field.equals("totalRevenue") ? Stream.of(field, "baseRevenue") : Stream.of(field);
    }

    void follow() {
        followed = true;
    }

    /** Whether a member of {@code team} may see and claim what lies here. */
    public boolean admits(String team) {
        return team != null && teams.stream().anyMatch(path -> team.equals(path) || team.startsWith(path + "/"));
    }

    public UUID id() {
        return id;
    }

    public List<String> teams() {
        return teams;
    }

    /** Names of the fields that nobody sees who sees a customer only because it lies here. */
    public List<String> hiddenFields() {
        return hiddenFields;
    }

    long version() {
        return version;
    }

    String name() {
        return name;
    }

    Integer claimsPerDay() {
        return claimsPerDay;
    }

    public Integer coolDownDays() {
        return coolDownDays;
    }

    public Integer capacity() {
        return capacity;
    }

    PoolView view() {
        return new PoolView(
                id,
                new PoolFields(name, teams, claimsPerDay, coolDownDays, capacity, warningDays, rules, hiddenFields),
                new Lifespan(version, createdAt, createdBy, updatedAt, updatedBy));
    }
}
