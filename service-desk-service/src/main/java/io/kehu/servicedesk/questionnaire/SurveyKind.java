package io.kehu.servicedesk.questionnaire;

/** What a survey measures, with the scale that this is told on everywhere. */
public enum SurveyKind {
    /** Satisfaction 满意度. */
    CSAT(new Scale(1, 5), 2),
    /** Willingness to recommend 净推荐值. */
    NPS(new Scale(0, 10), 6),
    /** How easy it was 费力度. */
    CES(new Scale(1, 7), 3),
    /** Whatever a questionnaire asks, on its own scale. */
    CUSTOM(new Scale(1, 5), null);

    private final Scale scale;
    private final Integer low;

    SurveyKind(Scale scale, Integer low) {
        this.scale = scale;
        this.low = low;
    }

    /** The scale; of {@link #CUSTOM} the one that counts where the questionnaire states none. */
    public Scale scale() {
        return scale;
    }

    /** The highest score of a detractor, null if there is none without the questionnaire's saying so. */
    public Integer low() {
        return low;
    }
}
