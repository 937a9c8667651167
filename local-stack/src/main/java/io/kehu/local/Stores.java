package io.kehu.local;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The two servers that the supervisor itself looks after: PostgreSQL and, inside its own process, Kafka. */
final class Stores implements AutoCloseable {

    private final Topology topology;
    private final Progress progress;
    private volatile LocalPostgres postgres;
    private volatile LocalKafka kafka;

    Stores(Topology topology, Progress progress) {
        this.topology = topology;
        this.progress = progress;
    }

    static boolean contain(String name) {
        return name.equals(Topology.POSTGRES) || name.equals(Topology.KAFKA);
    }

    boolean start(String name) {
        if (isRunning(name)) {
            progress.say("%s is running already", name);
            return true;
        }
        stop(name);
        if (name.equals(Topology.POSTGRES)) {
            startPostgres();
        } else {
            startKafka();
        }
        progress.say("%s is ready", name);
        return true;
    }

    void stop(String name) {
        if (name.equals(Topology.POSTGRES)) {
            var stopping = Optional.ofNullable(postgres);
            postgres = null;
            stopping.ifPresent(LocalPostgres::close);
        } else {
            Optional.ofNullable(kafka).ifPresent(LocalKafka::close);
            kafka = null;
        }
    }

    private boolean isRunning(String name) {
        return name.equals(Topology.POSTGRES)
                ? process().filter(ProcessHandle::isAlive).isPresent()
                : kafka != null;
    }

    /** PostgreSQL's main process; Kafka has none of its own. */
    Optional<ProcessHandle> process() {
        return Optional.ofNullable(postgres).flatMap(LocalPostgres::process);
    }

    @Override
    public void close() {
        stop(Topology.KAFKA);
        stop(Topology.POSTGRES);
    }

    private void startPostgres() {
        var started = LocalPostgres.start(
                topology.postgresData(), topology.port(Topology.POSTGRES), true, Topology.DATABASES);
        postgres = started;
        started.process()
                .ifPresent(process -> process.onExit().thenRun(() -> {
                    if (postgres == started) {
                        progress.say("postgres died; to start it again: ./kehu start postgres");
                    }
                }));
    }

    private void startKafka() {
        kafka = LocalKafka.start(
                topology.home().resolve("kafka"),
                topology.port(Topology.KAFKA),
                topology.port(Topology.KAFKA_CONTROLLER));
        kafka.createTopics(
                Topology.TOPICS.stream().collect(Collectors.toMap(Function.identity(), _ -> LocalKafka.PARTITIONS)));
    }
}
