package io.kehu.platform.exchange;

import java.util.UUID;

/**
 * What an import did to one record.
 *
 * @param sequence place in the order of the import
 * @param row      number of the row of the file
 * @param version  of the record as the import left it; -1 if somebody else changed it in between
 * @param created  whether the import made it
 * @param image    its row of the database before, sealed; null if it was made
 */
record Touch(long sequence, UUID record, long row, long version, boolean created, byte[] image) {

    static final long CHANGED_BETWEEN = -1;
}
