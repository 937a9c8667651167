package io.kehu.platform.exchange;

import io.kehu.events.ExternalId;

/**
 * A record of the file, read.
 *
 * @param number     the row's number in a spreadsheet, where the headings are row 1; the first one of a group
 * @param externalId its key in the other system, or null if the file gives none
 * @param command    what the row states
 */
public record ImportRow<C extends Record>(long number, ExternalId externalId, C command) {

    /**
     * The key by which the row names another record.
     *
     * @param source the other system, or null for the row's own
     */
    public ExternalId naming(String source, String key) {
        var own = externalId == null ? StandardColumns.DEFAULT_SOURCE : externalId.source();
        return new ExternalId(source == null ? own : source, key);
    }

    ImportRow<C> stating(C newCommand) {
        return new ImportRow<>(number, externalId, newCommand);
    }
}
