package io.kehu.testing;

import io.kehu.events.AggregateState;
import io.kehu.events.Context;
import io.kehu.events.DomainEvent;
import io.kehu.events.Event;
import io.kehu.events.EventFamily;
import io.kehu.events.EventHeaders;
import io.kehu.events.EventJson;
import io.kehu.events.EventMetadata;
import io.kehu.events.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Kafka as another service sees it: publishes events as their owner would, and reads what the service under test sent. */
public final class EventStream {

    private EventStream() {}

    /** An event that has just happened, to be sent. */
    public static Event event(DomainEvent data, AggregateState state, long version) {
        return event(data, state, version, Instant.now(), false);
    }

    public static Event event(
            DomainEvent data, AggregateState state, long version, Instant occurredAt, boolean historical) {
        var metadata = new EventMetadata(
                UUID.randomUUID(),
                EventFamily.of(data).type(data),
                state.id(),
                version,
                "tester",
                Origin.API,
                null,
                occurredAt,
                Instant.now(),
                historical);
        return new Event(metadata, data, state);
    }

    /** Sends events in this order, each as often as it is given, and waits until Kafka has them. */
    public static void send(Event... events) {
        send(Context::topic, events);
    }

    /** Sends events once more as an operator's replay does. */
    public static void replay(Event... events) {
        send(Context::replayTopic, events);
    }

    private static void send(Function<Context, String> topic, Event... events) {
        try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
            var answers = new ArrayList<Future<RecordMetadata>>();
            for (var event : events) {
                var value = EventJson.value(EventJson.write(event.data()), EventJson.write(event.state()));
                var context = EventFamily.of(event.data()).context();
                answers.add(producer.send(message(topic.apply(context), event.metadata(), value)));
            }
            for (var answer : answers) {
                answer.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ProducerRecord<String, byte[]> message(String topic, EventMetadata metadata, byte[] value) {
        var message = new ProducerRecord<>(topic, metadata.aggregateId().toString(), value);
        EventHeaders.write(metadata, "/kehu/test")
                .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    /** Every event of one aggregate that stands on {@code topic}, in order. */
    public static List<Event> read(String topic, UUID aggregateId) {
        var events = new ArrayList<Event>();
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    if (aggregateId.toString().equals(message.key())) {
                        var metadata = EventHeaders.read(name -> {
                            var header = message.headers().lastHeader(name);
                            return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
                        });
                        events.add(EventJson.read(metadata, message.value()));
                    }
                }
            }
        }
        return events;
    }

    private static Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                "max.block.ms",
                10_000);
    }
}
