package io.kehu.servicedesk.type;

import java.util.Map;
import java.util.TreeSet;

/**
 * What files may call the types of tickets.
 *
 * @param codes of the types by what they are called, in any case
 */
public record TypeNames(Map<String, String> codes) {

    /** The code of the type that is called {@code text}, null for none; 422 naming {@code field} if none is called so. */
    public String require(String field, String text) {
        if (text == null) {
            return null;
        }
        var code = codes.get(text.strip());
        if (code == null) {
            throw TicketTypes.unknown(field, text, new TreeSet<>(codes.values()));
        }
        return code;
    }
}
