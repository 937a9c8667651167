package io.kehu.opportunity.pipeline;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private String code;

    private String name;
    private String chineseName;

    @OneToMany(fetch = FetchType.EAGER)
    @JoinColumn(name = "pipeline", insertable = false, updatable = false)
    @OrderBy("position")
    @Cache(usage = CacheConcurrencyStrategy.READ_ONLY)
    private List<Stage> stages;

    protected Pipeline() {}

    Pipeline(String code, String name, String chineseName, List<StageView> stages) {
        this.code = code;
        this.name = name;
        this.chineseName = chineseName;
        this.stages = stages.stream().map(view -> new Stage(view, code)).toList();
    }

    public List<Stage> stages() {
        return stages;
    }

    public Stage first() {
        return stages.getFirst();
    }

    /** The stage of this code; 422 if there is none. */
    public Stage stage(String stageCode) {
        return stages.stream()
                .filter(stage -> stage.code().equals(stageCode))
                .findFirst()
                .orElseThrow(() -> unknown(stageCode));
    }

    /** The stage that {@code text} means by its code, English or Chinese name. */
    public Optional<Stage> meantBy(String text) {
        return stages.stream().filter(stage -> stage.answersTo(text)).findFirst();
    }

    public Invalid unknown(String stage) {
        var codes = stages.stream().map(Stage::code).collect(Collectors.joining(", "));
        return new Invalid(
                "validation.failed", List.of(new InvalidField("stage", "opportunity.stage-unknown", stage, codes)));
    }

    PipelineView view() {
        return new PipelineView(
                code, name, chineseName, stages.stream().map(Stage::view).toList());
    }
}
