package io.kehu.platform.dictionary;

import java.util.Optional;
import java.util.stream.Stream;

/** Finds regions of GB/T 2260 by what people write for them: codes, names, and names without their kind (深圳 for 深圳市). */
public final class Regions {

    private static final String[] KINDS = {"市", "省", "区", "县", "自治区", "特别行政区"};

    private final Dictionary regions;

    public Regions(Dictionary regions) {
        this.regions = regions;
    }

    /** @param parent code of the region that it is a part of, or null for a province */
    public Optional<String> find(String text, String parent) {
        return Stream.concat(Stream.of(text), Stream.of(KINDS).map(kind -> text + kind))
                .flatMap(name -> among(name, parent).stream())
                .findFirst()
                .or(() -> ofMunicipality(text, parent))
                .map(DictionaryEntry::code);
    }

    /** The region of any kind that {@code text} means. */
    public Optional<String> find(String text) {
        return Stream.concat(Stream.of(text), Stream.of(KINDS).map(kind -> text + kind))
                .flatMap(name -> regions.find(name).stream())
                .findFirst()
                .map(DictionaryEntry::code);
    }

    public String parentOf(String code) {
        return regions.entry(code).map(DictionaryEntry::parent).orElse(null);
    }

    private Optional<DictionaryEntry> among(String name, String parent) {
        return parent == null ? regions.find(name).filter(entry -> entry.parent() == null) : regions.find(name, parent);
    }

    /** A municipality such as 北京市 is its own city. */
    private Optional<DictionaryEntry> ofMunicipality(String text, String parent) {
        return parent == null
                ? Optional.empty()
                : regions.find(text)
                        .or(() -> regions.find(text + "市"))
                        .filter(entry -> entry.code().equals(parent))
                        .flatMap(_ -> regions.partsOf(parent).stream().findFirst());
    }
}
