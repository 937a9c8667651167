package io.kehu.platform.dictionary;

/**
 * A dictionary that a service offers: make it a bean.
 *
 * @param standard  what it follows, for instance GB/T 4754-2017, or null for the company's own
 * @param resource  file of the entries that everybody has, or null
 * @param owned     whether the company may add entries of its own
 * @param open      whether other values than the entries may be written too
 */
public record DictionaryKind(
        String name, String zh, String en, String standard, String resource, boolean owned, boolean open) {

    /** Entries of a standard and none besides. */
    public static DictionaryKind standard(String name, String zh, String en, String standard) {
        return new DictionaryKind(name, zh, en, standard, name, false, false);
    }

    /** Entries that the company decides. */
    public static DictionaryKind company(String name, String zh, String en) {
        return new DictionaryKind(name, zh, en, null, null, true, false);
    }

    /** The same, to which the company adds entries. */
    public DictionaryKind extensible() {
        return new DictionaryKind(name, zh, en, standard, resource, true, open);
    }

    /** The same, whose entries are proposals. */
    public DictionaryKind proposing() {
        return new DictionaryKind(name, zh, en, standard, resource, owned, true);
    }
}
