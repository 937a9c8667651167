package io.kehu.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    private static final String TOPIC = "kehu.customer.v1";

    @TempDir
    Path directory;

    @Test
    void keepsRecordsOverARestartOnOtherPorts() throws Exception {
        try (var kafka = LocalKafka.start(directory, 0, 0)) {
            kafka.createTopics(Map.of(TOPIC, LocalKafka.PARTITIONS));
            try (var producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", kafka.bootstrapServers()),
                    new StringSerializer(),
                    new StringSerializer())) {
                producer.send(new ProducerRecord<>(TOPIC, "C20260315001", "华为")).get();
            }
        }
        try (var kafka = LocalKafka.start(directory, 0, 0)) {
            kafka.createTopics(Map.of(TOPIC, LocalKafka.PARTITIONS, "kehu.contract.v1", 3));
            try (var consumer = consumer(kafka)) {
                consumer.subscribe(List.of(TOPIC));
                assertThat(consumer.poll(Duration.ofSeconds(30)))
                        .extracting(record -> record.value())
                        .containsExactly("华为");
                assertThat(consumer.partitionsFor(TOPIC)).hasSize(LocalKafka.PARTITIONS);
                assertThat(consumer.partitionsFor("kehu.contract.v1")).hasSize(3);
            }
        }
    }

    private static KafkaConsumer<String, String> consumer(LocalKafka kafka) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "group.id",
                        "test",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
