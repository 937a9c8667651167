package io.kehu.customer.lifecycle;

import io.kehu.customer.Customers;
import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.company.Company;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.operations.StepwiseWork;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Moves customers to AT_RISK 流失预警 and CHURNED 流失 by the rules, on one replica at a time and in chunks. */
@ApplicationScoped
class LifecycleWatch {

    private static final String LEASE = "customer-lifecycle";
    private static final Duration HELD = Duration.ofMinutes(9);

    private final LifecycleTable table;
    private final Customers customers;
    private final StepwiseWork work;
    private final Company company;

    LifecycleWatch(LifecycleTable table, Customers customers, StepwiseWork work, Company company) {
        this.table = table;
        this.customers = customers;
        this.work = work;
        this.company = company;
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    void watch() {
        run(EventLog.now());
    }

    void run(Instant now) {
        Caller.system("lifecycle", Origin.TIMER).run(() -> {
            var rules = QuarkusTransaction.requiringNew().call(table::rules);
            var quiet = rules.atRiskAfterDays();
            if (quiet != null) {
                move(
                        () -> table.outOfContactSince(LifecycleTable.daysBefore(now, quiet)),
                        "AT_RISK",
                        "no contact for %d days".formatted(quiet));
            }
            var ending = rules.atRiskBeforeContractEndDays();
            if (ending != null) {
                move(
                        () -> table.contractEnding(LocalDate.ofInstant(now, company.zone()), ending),
                        "AT_RISK",
                        "a contract ends within %d days".formatted(ending));
            }
            var lost = rules.churnedAfterDays();
            if (lost != null) {
                move(
                        () -> table.atRiskSince(LifecycleTable.daysBefore(now, lost)),
                        "CHURNED",
                        "at risk for %d days".formatted(lost));
            }
        });
    }

    private void move(Supplier<List<UUID>> concerned, String lifecycle, String reason) {
        work.inChunks(LEASE, HELD, () -> {
            var ids = concerned.get();
            customers.moveTo(ids, lifecycle, reason);
            return !ids.isEmpty();
        });
    }
}
