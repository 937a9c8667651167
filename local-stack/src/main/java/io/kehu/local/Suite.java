package io.kehu.local;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/** The running suite: PostgreSQL and Kafka looked after here, Keycloak and the services as child processes. */
final class Suite implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int EXERCISES = 20;

    private final Topology topology;
    private final Progress progress;
    private final Stores stores;
    private final LocalKeycloak keycloak;
    private final Map<String, Program> programs = new LinkedHashMap<>();
    private final Map<String, Child> children = new ConcurrentHashMap<>();
    private final Probe probe = new Probe();
    private final ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private volatile boolean closing;

    Suite(Topology topology, Progress progress) {
        this.topology = topology;
        this.progress = progress;
        this.stores = new Stores(topology, progress);
        this.keycloak = new LocalKeycloak(topology);
        programs.put(Topology.KEYCLOAK, keycloak);
        topology.services().forEach(service -> programs.put(service, new Service(service, topology)));
    }

    /** Starts everything; true when every part became ready. */
    boolean start() {
        var storing = Stream.of(Topology.POSTGRES, Topology.KAFKA)
                .map(store -> later(() -> stores.start(store)))
                .toList();
        keycloak.install(progress);
        storing.forEach(Suite::await);
        if (topology.recordsCaches() && !keycloak.cache().isFresh()) {
            prepare(keycloak);
        }
        var identity = later(() -> start(Topology.KEYCLOAK));
        var stale = topology.services().stream()
                .map(programs::get)
                .filter(program -> topology.recordsCaches() && !program.cache().isFresh())
                .toList();
        if (!stale.isEmpty()) {
            await(identity);
            awaitAll(stale.stream().map(program -> later(() -> prepare(program))));
        }
        var services = topology.services().stream().map(service -> later(() -> start(service)));
        return awaitAll(Stream.concat(Stream.of(identity), services));
    }

    /** Starts a part unless it runs; true when it became ready. */
    boolean start(String name) {
        if (Stores.contain(name)) {
            return stores.start(name);
        }
        var program = program(name);
        return takingTurns(() -> {
            var running = children.get(name);
            if (running != null && running.isAlive()) {
                var ready = ready(program, running, "%s is running already");
                if (ready || running.isAlive()) {
                    return ready;
                }
            }
            return ready(program, startChild(program.launch(program.cache().use())), "%s is ready");
        });
    }

    /** Waits for a program to become ready, or to end: one that has been killed may take a while to be gone. */
    private boolean ready(Program program, Child child, String news) {
        var ready = probe.awaitOk(program.readyUrl(), PATIENCE, child::isAlive);
        if (ready) {
            progress.say(news, program.name());
        } else if (child.isAlive()) {
            progress.say("%s runs but is not ready; ./kehu status tells why", program.name());
        }
        return ready;
    }

    /** Stops a part until somebody starts it again. */
    void stop(String name) {
        if (Stores.contain(name)) {
            stores.stop(name);
            progress.say("%s stopped", name);
            return;
        }
        program(name);
        var child = children.remove(name);
        if (child == null || !child.isAlive()) {
            progress.say("%s is not running", name);
            return;
        }
        child.end();
        progress.say("%s stopped", name);
    }

    Stream<ProcessHandle> processes() {
        return Stream.of(
                        Stream.of(ProcessHandle.current()),
                        stores.process().stream(),
                        children.values().stream().filter(Child::isAlive).map(Child::handle))
                .flatMap(Function.identity());
    }

    /** Stops everything, services first, the stores that they write to last. */
    @Override
    public void close() {
        closing = true;
        children.values().forEach(Child::expectEnd);
        awaitAll(children.values().stream()
                .map(child -> later(() -> {
                    child.end();
                    return true;
                })));
        stores.close();
        tasks.shutdownNow();
        ProcessHandle.current().children().forEach(ProcessHandle::destroy);
        probe.close();
    }

    /** Runs a program once for its ahead-of-time cache: to readiness, through a few requests, and to a clean end. */
    private boolean prepare(Program program) {
        return takingTurns(() -> {
            progress.say("preparing %s (once after each build)", program.name());
            var child = startChild(program.launch(program.cache().record()));
            var ready = probe.awaitOk(program.readyUrl(), PATIENCE, child::isAlive);
            if (ready) {
                exercise(program);
            }
            child.end(PATIENCE);
            if (ready) {
                program.cache().keep();
            }
            return ready;
        });
    }

    private void exercise(Program program) {
        try {
            var token = token();
            for (var round = 0; round < EXERCISES; round++) {
                program.exercises().forEach(url -> probe.get(url, token));
            }
        } catch (StackFailure e) {
            progress.say("%s is prepared for its start only: %s", program.name(), e.getMessage());
        }
    }

    /** One at a time, for Keycloak takes simultaneous logins of one user for an attack. */
    private synchronized String token() {
        return new Tokens(topology, probe).token("admin", LocalPostgres.PASSWORD);
    }

    /** No more starts at a time than there are processors: a crowd of starting programs is slower than a queue. */
    private boolean takingTurns(BooleanSupplier start) {
        try {
            turns.acquire();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return !closing && start.getAsBoolean();
        } finally {
            turns.release();
        }
    }

    private Child startChild(Launch launch) {
        var child = Child.start(launch, topology);
        children.put(child.name(), child);
        child.onExit().thenRun(() -> tellUnlessExpected(child));
        return child;
    }

    private void tellUnlessExpected(Child child) {
        if (!child.isWanted() || closing) {
            return;
        }
        progress.say("%s died with status %d; its last lines:", child.name(), child.exitStatus());
        child.lastLines().forEach(line -> progress.print("    " + line));
        progress.print("    the whole log: %s; to start it again: ./kehu start %s"
                .formatted(topology.log(child.name()), child.name()));
    }

    private Program program(String name) {
        return Optional.ofNullable(programs.get(name))
                .orElseThrow(() -> new StackFailure("there is no %s; there are: postgres, kafka, %s"
                        .formatted(name, String.join(", ", programs.keySet()))));
    }

    private Future<Boolean> later(Callable<Boolean> task) {
        return tasks.submit(task);
    }

    private static boolean awaitAll(Stream<Future<Boolean>> tasks) {
        return tasks.toList().stream().map(Suite::await).reduce(true, Boolean::logicalAnd);
    }

    private static boolean await(Future<Boolean> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted");
        }
    }
}
