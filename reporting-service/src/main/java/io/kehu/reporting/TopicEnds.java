package io.kehu.reporting;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Where Kafka's topics end at the moment. While Kafka is away nobody is made to wait for it again and again. */
@ApplicationScoped
class TopicEnds {

    private static final Logger LOG = Logger.getLogger(TopicEnds.class);
    private static final int PATIENCE_MILLIS = 2_000;
    private static final Duration REST = Duration.ofSeconds(10);

    private final String bootstrapServers;
    private Admin admin;
    private volatile Instant restUntil = Instant.MIN;

    TopicEnds(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The next offset of each partition of those {@code topics} that exist; empty while Kafka does not answer. */
    Optional<Map<TopicPartition, Long>> of(Set<String> topics) {
        if (Instant.now().isBefore(restUntil)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ask(admin(), topics));
        } catch (ExecutionException | KafkaException e) {
            LOG.warnf("Kafka does not say where its topics end: %s", e.toString());
            restUntil = Instant.now().plus(REST);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Map<TopicPartition, Long> ask(Admin admin, Set<String> topics)
            throws ExecutionException, InterruptedException {
        var existing = admin.listTopics().names().get().stream()
                .filter(topics::contains)
                .toList();
        var wanted = admin.describeTopics(existing).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                admin.listOffsets(wanted).all().get().entrySet()) {
            ends.put(end.getKey(), end.getValue().offset());
        }
        return ends;
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS));
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
