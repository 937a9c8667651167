package io.kehu.platform.eventlog;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Business numbers such as {@code C20260315001}: text, date, sequence of the day. Unique but not gap-free: they are taken in
 * blocks, in a transaction of their own, so that no create waits for another's commit.
 */
@ApplicationScoped
public class Numbers {

    private static final int BLOCK = 200;

    private final EntityManager entities;
    private final ZoneId zone;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Block> blocks = new HashMap<>();

    Numbers(
            EntityManager entities,
            @ConfigProperty(name = "kehu.numbers.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        this.entities = entities;
        this.zone = zone;
    }

    private record Block(LocalDate day, long next, long end) {}

    /** The next number of today for {@code prefix}. */
    public String next(String prefix) {
        lock.lock();
        try {
            var today = LocalDate.now(zone);
            var block = blocks.get(prefix);
            if (block == null || block.next() == block.end() || !block.day().equals(today)) {
                block = take(prefix, today);
            }
            blocks.put(prefix, new Block(block.day(), block.next() + 1, block.end()));
            return "%s%s%03d".formatted(prefix, today.format(DateTimeFormatter.BASIC_ISO_DATE), block.next());
        } finally {
            lock.unlock();
        }
    }

    private Block take(String prefix, LocalDate day) {
        var end = QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery("""
                        insert into number_block as b (prefix, day, next_value) values (:prefix, :day, 1 + :size)
                        on conflict (prefix, day) do update set next_value = b.next_value + :size
                        returning next_value""")
                                .setParameter("prefix", prefix)
                                .setParameter("day", day)
                                .setParameter("size", BLOCK)
                                .getSingleResult())
                        .longValue());
        return new Block(day, end - BLOCK, end);
    }
}
