package io.kehu.platform.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kehu.events.EventJson;
import io.kehu.platform.personal.DataKey;
import java.io.UncheckedIOException;
import java.util.List;

/** A row that was not taken, as it stood in the file, and why, in words that may repeat what stood there. */
record RejectedRow(long number, List<String> cells, String reasons) {

    byte[] sealed(DataKey key) {
        return key.seal(EventJson.write(this));
    }

    static RejectedRow open(DataKey key, byte[] sealed) {
        try {
            return EventJson.mapper().readValue(key.openText(sealed), RejectedRow.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
