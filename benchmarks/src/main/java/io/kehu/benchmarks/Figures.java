package io.kehu.benchmarks;

import java.io.IOException;

/** Processor time of the service and of PostgreSQL, and the table that it is told in. */
record Figures(ServerProcess service, ServerProcess database) {

    /** Milliseconds; of one request where it says so. */
    record Cpu(double service, double database) {}

    Cpu cpu() throws IOException {
        return new Cpu(service.cpuMillis(), database.familyCpuMillis());
    }

    Cpu since(Cpu before, int requests) throws IOException {
        var now = cpu();
        return new Cpu((now.service() - before.service()) / requests, (now.database() - before.database()) / requests);
    }

    static void printHead() {
        System.out.printf(
                "%9s %-42s %9s %8s %8s %8s | %9s %9s | %9s %9s | %6s %6s%n",
                "rows",
                "operation",
                "per s",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "cpu serv",
                "cpu db",
                "pgbench/s",
                "cpu db",
                "rate",
                "cpu");
    }

    /** The last columns: rate and processor time of the database alone, as shares of what it takes with the service. */
    void print(int rows, String name, ServiceLoad.Result load, Cpu cpu, PgBench.Result alone, Cpu cpuAlone) {
        System.out.printf(
                "%9d %-42s %9.0f %8.2f %8.2f %8.2f | %9.3f %9.3f |",
                rows, name, load.perSecond(), load.p50(), load.p95(), load.p99(), cpu.service(), cpu.database());
        if (alone == null) {
            System.out.printf("%9s %9s |", "", "");
        } else {
            System.out.printf(
                    " %9.0f %9.3f | %5.0f%% %5.0f%%",
                    alone.perSecond(),
                    cpuAlone.database(),
                    100 * load.perSecond() / alone.perSecond(),
                    100 * cpuAlone.database() / (cpu.service() + cpu.database()));
        }
        System.out.println(load.failures() == 0 ? "" : "  " + load.failures() + " FAILED");
    }
}
