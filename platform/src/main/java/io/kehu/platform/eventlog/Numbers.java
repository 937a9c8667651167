package io.kehu.platform.eventlog;

import io.kehu.platform.company.Company;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Business numbers such as {@code C20260315001}, made by the {@link NumberRule} of their kind. Unique but not gap-free: they
 * are taken in blocks, so that no create waits for another's commit; and by a connection of their own, because whoever waits
 * for a number may hold the last one of the pool.
 */
@ApplicationScoped
public class Numbers {

    private static final int BLOCK = 200;

    private final OutboxDatabase database;
    private final NumberRules rules;
    private final Company company;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Block> blocks = new HashMap<>();

    Numbers(OutboxDatabase database, NumberRules rules, Company company) {
        this.database = database;
        this.rules = rules;
        this.company = company;
    }

    private record Block(NumberRule rule, LocalDate start, long next, long end) {}

    /** @param kind the text that numbers of this kind begin with where the company has no rule of its own */
    public String next(String kind) {
        var rule = rules.current(kind);
        var day = LocalDate.now(company.zone());
        var start = rule.start(day);
        lock.lock();
        try {
            var block = blocks.get(kind);
            if (block == null
                    || block.next() == block.end()
                    || !block.start().equals(start)
                    || !block.rule().equals(rule)) {
                block = take(kind, rule, start);
            }
            blocks.put(kind, new Block(rule, start, block.next() + 1, block.end()));
            return rule.number(day, block.next());
        } finally {
            lock.unlock();
        }
    }

    private Block take(String kind, NumberRule rule, LocalDate start) {
        try (var connection = database.connect();
                var statement = connection.prepareStatement("""
                        insert into number_block as b (prefix, day, next_value) values (?, ?, 1 + ?)
                        on conflict (prefix, day) do update set next_value = b.next_value + ?
                        returning next_value""")) {
            statement.setString(1, kind);
            statement.setObject(2, start);
            statement.setInt(3, BLOCK);
            statement.setInt(4, BLOCK);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Block(rule, start, row.getLong(1) - BLOCK, row.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be got at", e);
        }
    }
}
