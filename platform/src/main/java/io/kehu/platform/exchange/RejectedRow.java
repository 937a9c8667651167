package io.kehu.platform.exchange;

import io.kehu.events.EventJson;
import io.kehu.platform.personal.DataKey;
import java.util.List;

/** A row that was not taken, as it stood in the file, and why, in words that may repeat what stood there. */
record RejectedRow(long number, List<String> cells, String reasons) {

    byte[] sealed(DataKey key) {
        return key.seal(EventJson.write(this));
    }

    static RejectedRow open(DataKey key, byte[] sealed) {
        return EventJson.read(key.openText(sealed), RejectedRow.class);
    }
}
