package io.kehu.customer.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kehu.events.Event;
import io.kehu.events.Money;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Facts of one customer that two consumers write in transactions at once. */
@QuarkusTest
class FiguresAtOnceTest {

    private static final String WAITING = "select count(*) from pg_stat_activity where datname = current_database()"
            + " and wait_event_type = 'Lock' and query like '%customer_figures%'";

    @Inject
    CustomerFacts facts;

    @Inject
    EntityManager entities;

    private void learn(Event event) {
        QuarkusTransaction.requiringNew().run(() -> facts.learn(List.of(event)));
    }

    private Object ask(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(sql).getSingleResult());
    }

    private boolean somebodyWaits() {
        return ((Number) ask(WAITING)).intValue() > 0;
    }

    @Test
    void countsWhatBothTell() {
        var customer = UUID.randomUUID();
        learn(FiguresTest.call(customer));
        var second = QuarkusTransaction.requiringNew().call(() -> {
            facts.learn(List.of(FiguresTest.contract(customer, "SIGNED", Money.of("10", "CNY"))));
            var other = CompletableFuture.runAsync(() -> learn(FiguresTest.opportunity(customer, "OPEN", 30, null)));
            await().atMost(Duration.ofSeconds(20)).until(() -> other.isDone() || somebodyWaits());
            return other;
        });
        second.join();
        assertThat((Object[]) ask("select deal_count, open_opportunities from customer_figures where customer_id = '"
                        + customer + "'"))
                .containsExactly(1, 1);
    }
}
