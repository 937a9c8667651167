package io.kehu.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;

/** One Kafka broker inside this process. The broker's internal classes are named in this file only. */
public final class LocalKafka implements AutoCloseable {

    /** Partitions of every topic that is created without saying how many. */
    public static final int PARTITIONS = 12;

    private static final String CLUSTER_ID = "a2VodS1sb2NhbC1zdGFjaw";

    private final KafkaRaftServer broker;
    private final String bootstrapServers;
    private final Optional<Path> throwAway;

    private LocalKafka(KafkaRaftServer broker, String bootstrapServers, Optional<Path> throwAway) {
        this.broker = broker;
        this.bootstrapServers = bootstrapServers;
        this.throwAway = throwAway;
    }

    /**
     * Starts broker and controller on 127.0.0.1.
     *
     * @param directory where the log is kept over restarts; null for a temporary place, removed on close
     * @param port the port for clients, 0 for any free one
     * @param controllerPort the port that the broker uses with itself, 0 for any free one
     */
    public static LocalKafka start(Path directory, int port, int controllerPort) {
        try {
            var temporary =
                    directory == null ? Optional.of(Files.createTempDirectory("kehu-kafka")) : Optional.<Path>empty();
            var home = temporary.orElse(directory).toAbsolutePath();
            Files.createDirectories(home);
            var clientPort = Ports.freeUnlessGiven(port);
            var settings = settings(home.resolve("log"), clientPort, Ports.freeUnlessGiven(controllerPort));
            if (!Files.exists(home.resolve("log/meta.properties"))) {
                format(home.resolve("server.properties"), settings);
            }
            var broker = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
            broker.startup();
            return new LocalKafka(broker, "127.0.0.1:" + clientPort, temporary);
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka did not start", e);
        }
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Creates the topics that are missing, each with the number of partitions given for its name. */
    public void createTopics(Map<String, Integer> topics) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var wanted = topics.entrySet().stream()
                    .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1))
                    .toList();
            for (var result : admin.createTopics(wanted).values().values()) {
                result.get();
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Kafka refused a topic", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }

    @Override
    public void close() {
        broker.shutdown();
        broker.awaitShutdown();
        throwAway.ifPresent(LocalKafka::remove);
    }

    private static Properties settings(Path log, int port, int controllerPort) {
        var settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort)),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("log.dirs", log.toString()),
                Map.entry("num.partitions", Integer.toString(PARTITIONS)),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
                Map.entry("log.retention.ms", "-1"),
                Map.entry("offsets.retention.minutes", "5256000"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0")));
        return settings;
    }

    private static void format(Path file, Properties settings) throws IOException {
        try (var writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        var output = new ByteArrayOutputStream();
        var status = StorageTool.execute(
                new String[] {"format", "-t", CLUSTER_ID, "-c", file.toString()},
                new PrintStream(output, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IllegalStateException(
                    "Kafka's storage was not formatted: " + output.toString(StandardCharsets.UTF_8));
        }
    }

    private static void remove(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
