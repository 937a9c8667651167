package io.kehu.reporting.campaign;

import io.kehu.reporting.Labels;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By which figure campaigns are ranked, the highest first and those without it last. */
@Schema(name = "CampaignRanking")
public enum Ranking {
    ROI(CampaignFigures.Row::roi),
    REVENUE(row -> row.revenue().amount()),
    WON(CampaignFigures.Row::won),
    LEADS(row -> BigDecimal.valueOf(row.leads())),
    CONVERSION(CampaignFigures.Row::conversion),
    RESPONSE_RATE(CampaignFigures.Row::responseRate);

    private final Function<CampaignFigures.Row, BigDecimal> figure;

    Ranking(Function<CampaignFigures.Row, BigDecimal> figure) {
        this.figure = figure;
    }

    /** Null where it has none. */
    BigDecimal of(CampaignFigures.Row row) {
        return figure.apply(row);
    }

    String told(CampaignFigures.Row row, Labels labels) {
        return switch (this) {
            case ROI, CONVERSION, RESPONSE_RATE -> labels.share(of(row));
            case REVENUE -> labels.amount(row.revenue());
            case WON, LEADS -> labels.number(of(row));
        };
    }

    Comparator<CampaignFigures.Row> order() {
        return Comparator.comparing(figure, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(CampaignFigures.Row::name, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(CampaignFigures.Row::key);
    }
}
