package io.kehu.platform.dictionary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One value that a dictionary allows.
 *
 * @param code    what records hold
 * @param parent  code of the entry that this one is a part of, or null
 * @param aliases other texts by which the entry is meant when it is written
 * @param active  whether it may be chosen anew; records that hold it keep it either way
 */
@Schema(description = "An entry of a dictionary 字典项")
public record DictionaryEntry(
        String code, String zh, String en, String parent, List<String> aliases, boolean active, int position) {}
