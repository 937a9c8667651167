package io.kehu.opportunity.pipeline;

import io.kehu.events.StageState;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A stage 销售阶段 of a pipeline: what being in it means, and from where it may be entered. */
@Entity
@Immutable
@Cacheable
public class Stage {

    /** What a stage means for the deals in it. */
    public enum Kind {
        OPEN,
        WON,
        LOST,
        INVALID,
        /** What comes after a deal is won 售后: it stays won, and leaves the forecast. */
        AFTER_SALES;

        /** What has become of a deal in a stage of this kind. */
        public Kind outcome() {
            return this == AFTER_SALES ? WON : this;
        }
    }

    /** How far a forecast counts on what is in a stage 预测类别. */
    public enum ForecastCategory {
        PIPELINE,
        BEST_CASE,
        COMMIT,
        CLOSED,
        OMITTED
    }

    @Id
    private UUID id;

    private String pipeline;
    private UUID pipelineId;
    private int pipelineVersion;
    private int position;
    private String code;
    private String name;
    private String chineseName;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private int probability;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<String> requiredFields;

    private boolean allowSkip;
    private boolean allowBack;
    private String color;
    private String symbol;
    private Integer expectedDays;

    @Enumerated(EnumType.STRING)
    private ForecastCategory forecastCategory;

    protected Stage() {}

    Stage(StageView view, String pipeline, UUID pipelineId, int pipelineVersion) {
        this.id = UUID.randomUUID();
        this.pipeline = pipeline;
        this.pipelineId = pipelineId;
        this.pipelineVersion = pipelineVersion;
        this.position = view.order();
        this.code = view.code();
        this.name = view.name();
        this.chineseName = view.chineseName();
        this.kind = view.kind();
        this.probability = view.probability();
        this.requiredFields = view.requiredFields();
        this.allowSkip = view.allowSkip();
        this.allowBack = view.allowBack();
        this.color = view.color();
        this.symbol = view.symbol();
        this.expectedDays = view.expectedDays();
        this.forecastCategory = view.forecastCategory();
    }

    /** Which version of the pipeline it is of. */
    public UUID pipelineId() {
        return pipelineId;
    }

    public int pipelineVersion() {
        return pipelineVersion;
    }

    public String pipeline() {
        return pipeline;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String chineseName() {
        return chineseName;
    }

    public Kind kind() {
        return kind;
    }

    public int probability() {
        return probability;
    }

    /** Names of the fields that a deal needs to come in here. */
    public List<String> requiredFields() {
        return requiredFields;
    }

    public boolean isOpen() {
        return kind == Kind.OPEN;
    }

    public boolean is(Stage other) {
        return id.equals(other.id);
    }

    /** Whether a deal that is here is closed, and cannot go on to {@code next} either, as a won one can after the sale. */
    public boolean isClosedTo(Stage next) {
        return !isOpen() && !(kind.outcome() == Kind.WON && next.kind == Kind.AFTER_SALES);
    }

    /** Whether a deal may go from here to {@code next}; giving up is always allowed. */
    public boolean allows(Stage next) {
        if (!pipelineId.equals(next.pipelineId)) {
            return false;
        }
        return switch (next.kind) {
            case LOST, INVALID -> true;
            case OPEN, WON -> lets(next);
            case AFTER_SALES -> kind.outcome() == Kind.WON && lets(next);
        };
    }

    private boolean lets(Stage next) {
        return next.position < position ? next.allowBack : next.position == position + 1 || next.allowSkip;
    }

    /** Whether {@code text} means this stage: its code or one of its names, in any case. */
    public boolean answersTo(String text) {
        return Stream.of(code, name, chineseName).anyMatch(text.strip()::equalsIgnoreCase);
    }

    public StageState state() {
        return new StageState(
                pipeline,
                code,
                name,
                position,
                kind.name(),
                probability,
                forecastCategory == null ? null : forecastCategory.name());
    }

    StageView view() {
        return new StageView(
                code,
                name,
                chineseName,
                position,
                kind,
                probability,
                requiredFields,
                allowSkip,
                allowBack,
                color,
                symbol,
                expectedDays,
                forecastCategory);
    }
}
