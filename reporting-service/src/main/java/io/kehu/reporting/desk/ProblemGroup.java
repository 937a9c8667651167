package io.kehu.reporting.desk;

import io.kehu.reporting.Naming;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Sql;

/** What makes two tickets the same problem. */
public enum ProblemGroup {
    CATEGORY("t.category", "category"),
    CAUSE("t.root_cause", "rootCause"),
    PRODUCT("t.product_id::text", "productId"),
    TYPE("t.type", "type");

    static final String DESCRIPTION = "category (unless said), cause (root cause 根本原因), product or type 分组";

    private final String key;
    private final String field;

    ProblemGroup(String key, String field) {
        this.key = key;
        this.field = field;
    }

    /** What to group {@code ticket t} by. */
    Sql key() {
        return Sql.of(key);
    }

    Naming naming() {
        return switch (this) {
            case PRODUCT -> Naming.PRODUCT;
            case CATEGORY, CAUSE, TYPE -> Naming.KEY;
        };
    }

    RecordList records(RecordList tickets, String group) {
        return tickets.keyed(field, group);
    }
}
