package io.kehu.local.demo.invention;

import java.math.BigDecimal;
import java.util.List;

/** A product that the made-up company sells. */
public record CatalogueItem(
        String code, String chinese, String english, String kind, String category, String unit, BigDecimal price) {

    static List<CatalogueItem> all() {
        return List.of(Vocabulary.read("products.json", CatalogueItem[].class));
    }

    public String name() {
        return chinese + " " + english;
    }
}
