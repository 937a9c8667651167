package io.kehu.opportunity.lead;

import java.util.UUID;

/**
 * A conversion as it is kept.
 *
 * @param owner of what is made, {@code team} likewise
 */
record Conversion(ConversionView view, ConvertLead command, String actorTeam, String owner, String team) {

    UUID leadId() {
        return view.leadId();
    }

    boolean underWay() {
        return view.status() == ConversionStatus.CONVERTING;
    }

    /** Whether {@code stored}, which is kept now, is still this one on its way, and not another try. */
    boolean goesOnIn(Conversion stored) {
        return stored.underWay() && stored.command().equals(command);
    }
}
