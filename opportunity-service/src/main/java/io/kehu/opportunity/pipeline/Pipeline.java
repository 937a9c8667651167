package io.kehu.opportunity.pipeline;

import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.Immutable;

/** A pipeline 销售流程: the stages that a deal goes through, in order. */
@Entity
@Immutable
@Cacheable
public class Pipeline {

    /** The pipeline that every installation starts with. */
    public static final String STANDARD = "STANDARD";

    @Id
    private UUID id;

    private String code;
    private int version;
    private String name;
    private String chineseName;
    private String team;
    private boolean active;
    private Instant createdAt;
    private String createdBy;

    @OneToMany(fetch = FetchType.EAGER)
    @JoinColumn(name = "pipelineId", insertable = false, updatable = false)
    @OrderBy("position")
    @Cache(usage = CacheConcurrencyStrategy.READ_ONLY)
    private List<Stage> stages;

    protected Pipeline() {}

    Pipeline(String code, String name, String chineseName, List<StageView> stages) {
        this(code, 1, new PipelineFields(name, chineseName, null, true, List.of()), stages, null);
    }

    private Pipeline(String code, int version, PipelineFields fields, List<StageView> stages, String createdBy) {
        this.id = UUID.randomUUID();
        this.code = code;
        this.version = version;
        this.name = fields.name();
        this.chineseName = fields.chineseName();
        this.team = fields.team();
        this.active = fields.isActive();
        this.createdAt = EventLog.now();
        this.createdBy = createdBy;
        this.stages =
                stages.stream().map(view -> new Stage(view, code, id, version)).toList();
    }

    /** The version that follows {@code previous}, or the first if that is null. */
    static Pipeline next(String code, Pipeline previous, PipelineFields fields, String createdBy) {
        return new Pipeline(code, previous == null ? 1 : previous.version + 1, fields, fields.views(), createdBy);
    }

    /** Whether {@code fields} say nothing else. */
    boolean says(PipelineFields fields) {
        return next(code, null, fields, createdBy).view().fields().equals(view().fields());
    }

    /** Whether it is the team's own, or that of a team above it; a pipeline without a team is everybody's. */
    boolean isFor(String ofTeam) {
        return active && (team == null || ofTeam != null && (ofTeam.equals(team) || ofTeam.startsWith(team + "/")));
    }

    public boolean active() {
        return active;
    }

    String team() {
        return team;
    }

    public int version() {
        return version;
    }

    public List<Stage> stages() {
        return stages;
    }

    public Stage first() {
        return stages.getFirst();
    }

    /** The stage in which its deals are won. */
    public Stage won() {
        return stages.stream()
                .filter(stage -> stage.kind() == Stage.Kind.WON)
                .findFirst()
                .orElseThrow();
    }

    /** The stage of this code; 422 if there is none. */
    public Stage stage(String stageCode) {
        return stages.stream()
                .filter(stage -> stage.code().equals(stageCode))
                .findFirst()
                .orElseThrow(() -> unknown(stageCode));
    }

    public boolean has(String stageCode) {
        return stages.stream().anyMatch(stage -> stage.code().equals(stageCode));
    }

    /** Whether {@code text} means this pipeline: its code or one of its names, in any case. */
    public boolean answersTo(String text) {
        return Stream.of(code, name, chineseName).anyMatch(text.strip()::equalsIgnoreCase);
    }

    /** The stage that {@code text} means by its code, English or Chinese name. */
    public Optional<Stage> meantBy(String text) {
        return stages.stream().filter(stage -> stage.answersTo(text)).findFirst();
    }

    public Invalid unknown(String stage) {
        return new Invalid("validation.failed", List.of(unknown("stage", stage)));
    }

    public InvalidField unknown(String field, String stage) {
        var codes = stages.stream().map(Stage::code).collect(Collectors.joining(", "));
        return new InvalidField(field, "opportunity.stage-unknown", stage, codes);
    }

    PipelineView view() {
        return new PipelineView(
                code,
                name,
                chineseName,
                stages.stream().map(Stage::view).toList(),
                version,
                team,
                active,
                createdAt,
                createdBy);
    }
}
