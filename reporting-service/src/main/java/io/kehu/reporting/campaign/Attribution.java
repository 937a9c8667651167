package io.kehu.reporting.campaign;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To which of the campaigns that touched it before it was closed a deal is credited 归因方式. */
@Schema(name = "CampaignAttribution")
public enum Attribution {
    /** The one that touched it first. */
    FIRST("case when t.nth = 1 then 1 else 0 end"),
    /** The one that touched it last. */
    LAST("case when t.nth_last = 1 then 1 else 0 end"),
    /** All of them, in equal shares. */
    LINEAR("1.0 / t.campaigns");

    private final String weight;

    Attribution(String weight) {
        this.weight = weight;
    }

    /** An expression over a touch {@code t}: which share of the deal the campaign gets. */
    String weight() {
        return weight;
    }
}
