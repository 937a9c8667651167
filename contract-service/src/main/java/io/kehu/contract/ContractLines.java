package io.kehu.contract;

import io.kehu.contract.product.Products;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Fills in what lines take from the product catalogue; a line that stands in the contract already keeps what it has. */
@ApplicationScoped
class ContractLines {

    private final Products products;

    ContractLines(Products products) {
        this.products = products;
    }

    /** Fails with 422 naming each line that has an unknown product or lacks a name or a price. */
    ContractFields complete(ContractFields fields, List<ContractLine> present) {
        var errors = new ArrayList<InvalidField>();
        var lines = new ArrayList<ContractLine>();
        for (var index = 0; index < fields.lines().size(); index++) {
            var line = fields.lines().get(index);
            lines.add(present.contains(line) ? line : complete(line, "lines[" + index + "]", errors));
        }
        if (!errors.isEmpty()) {
            throw new Invalid("validation.failed", errors);
        }
        return fields.with(lines);
    }

    private ContractLine complete(ContractLine line, String field, List<InvalidField> errors) {
        var complete = line.productId() == null ? line : fromCatalogue(line, field, errors);
        if (complete.product() == null || complete.product().isBlank()) {
            errors.add(new InvalidField(field + ".product", "field.required"));
        }
        if (complete.price() == null) {
            errors.add(new InvalidField(field + ".price", "field.required"));
        }
        return complete;
    }

    private ContractLine fromCatalogue(ContractLine line, String field, List<InvalidField> errors) {
        var product = products.find(line.productId()).orElse(null);
        if (product == null) {
            errors.add(new InvalidField(field + ".productId", "reference.unknown", "product", line.productId()));
            return line;
        }
        if (!product.onShelf()) {
            errors.add(new InvalidField(field + ".productId", "product.off-shelf", product.number()));
        }
        return line.of(product.id(), product.name(), product.price());
    }
}
