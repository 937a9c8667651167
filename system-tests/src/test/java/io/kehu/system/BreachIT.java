package io.kehu.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three replicas, of which one is killed while promises run out: each breach is told exactly once, at its own time. */
@ExtendWith(RunningSuite.class)
class BreachIT {

    private static final String SERVICE = "service-desk-service";
    private static final String TOPIC = "kehu.service-desk.v1";
    private static final int TICKETS = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration QUIET = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Suite suite;

    private final String channel = "B" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Process> replicas = new ArrayList<>();

    @BeforeAll
    static void take(Suite running) {
        suite = running;
    }

    @AfterEach
    void endReplicas() {
        replicas.forEach(Process::destroy);
        suite.run("start", SERVICE);
    }

    @Test
    void tellsEachBreachOnceThoughAReplicaIsKilled() throws IOException {
        replicas.add(suite.replicate(SERVICE));
        replicas.add(suite.replicate(SERVICE));
        suite.as("admin")
                .body("""
                        {"name":"%1$s","position":0,"calendar":"ALWAYS","condition":{"channels":["%1$s"]},
                         "targets":[{"firstResponseMinutes":1}],"warnings":[]}""".formatted(channel))
                .put("/v1/sla-policies/" + channel)
                .then()
                .statusCode(200);
        suite.as("admin")
                .body("{\"slaPolicy\":\"%s\"}".formatted(channel))
                .put("/v1/ticket-types/INQUIRY")
                .then()
                .statusCode(200);
        var tickets = openTickets();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> suite.as("admin")
                        .get("/v1/tickets?filter=slaBreached==true;channel==" + channel)
                        .then()
                        .body("items", hasSize(greaterThan(0))));
        suite.kill(SERVICE);

        try (var consumer = consumer()) {
            var breaches = new HashMap<String, Integer>();
            await().atMost(PATIENCE)
                    .until(() -> read(consumer, tickets, breaches).size() == TICKETS);
            await().during(QUIET)
                    .atMost(QUIET.multipliedBy(2))
                    .until(() ->
                            read(consumer, tickets, breaches).values().stream().allMatch(count -> count == 1));
        }
    }

    private Set<String> openTickets() {
        var customer = suite.as("admin")
                .body("{\"name\":\"Breach %s\"}".formatted(channel))
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var tickets = new HashSet<String>();
        for (var count = 0; count < TICKETS; count++) {
            tickets.add(suite.as("admin")
                    .body("""
                            {"subject":"x","type":"INQUIRY","customerId":"%s","channel":"%s"}""".formatted(customer, channel))
                    .post("/v1/tickets")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }
        return tickets;
    }

    private static KafkaConsumer<String, String> consumer() {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", suite.kafka()),
                new StringDeserializer(),
                new StringDeserializer());
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** How often the breach of each ticket has been told so far. */
    private static Map<String, Integer> read(
            KafkaConsumer<String, String> consumer, Set<String> tickets, Map<String, Integer> breaches)
            throws IOException {
        for (var message : consumer.poll(Duration.ofMillis(500))) {
            if ("sla.breached".equals(header(message, "ce_type"))) {
                var state = JSON.readTree(message.value()).required("state");
                if (tickets.contains(ticket(state))) {
                    assertThat(header(message, "ce_time"))
                            .isEqualTo(state.required("dueAt").asText());
                    breaches.merge(ticket(state), 1, Integer::sum);
                }
            }
        }
        return breaches;
    }

    private static String ticket(JsonNode state) {
        return state.required("ticketId").asText();
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
