package io.kehu.customer;

import io.kehu.customer.CustomerUses.Use;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What stands in the way of deleting a customer, whoever deletes it. */
@ApplicationScoped
class CustomerRemoval {

    private static final int MOST_TOLD = 10;

    private static final String USES = """
            select kind, count(*), (array_agg(id order by id))[1:200] from (
              select 'customer' as kind, id from customer where parent_id = ? and deleted_at is null
              union all
              select 'contact', id from contact where customer_id = ? and deleted_at is null
              union all
              select kind, id from customer_fact where customer_id = ? and counts
                and (kind in ('opportunity', 'ticket') or kind = 'contract' and label in ('SIGNED', 'IN_PROGRESS'))) use
            group by kind order by kind""";

    private final CustomerRepository customers;
    private final CustomerLocks locks;
    private final Statements statements;

    CustomerRemoval(CustomerRepository customers, CustomerLocks locks, Statements statements) {
        this.customers = customers;
        this.locks = locks;
        this.statements = statements;
    }

    /** Fails with 409 while anything hangs on it; nothing more can until the transaction ends. */
    void requireUnused(UUID id) {
        locks.take(List.of(id));
        var uses = new CustomerUses(statements.list(USES, this::use, id, id, id));
        if (!uses.items().isEmpty()) {
            throw Conflict.telling(
                    uses,
                    "customer.in-use",
                    uses.count("customer"),
                    uses.count("contact"),
                    uses.count("opportunity"),
                    uses.count("contract"),
                    uses.count("ticket"));
        }
    }

    /** Who sees a customer sees what hangs on it, but for its subsidiaries. */
    private Use use(ResultSet row) throws SQLException {
        var ids = List.of((UUID[]) row.getArray(3).getArray());
        var visible = row.getString(1).equals("customer") ? customers.visibleIds(ids) : ids;
        return new Use(
                row.getString(1),
                row.getLong(2),
                visible.stream().sorted().limit(MOST_TOLD).toList());
    }
}
