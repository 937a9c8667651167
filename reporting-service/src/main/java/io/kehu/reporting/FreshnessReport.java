package io.kehu.reporting;

import io.kehu.events.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** Tells of every source how far it has been applied, by comparing what was applied with where Kafka's topics end. */
@ApplicationScoped
public class FreshnessReport {

    private static final Set<String> TOPICS = Stream.of(Context.values())
            .flatMap(context -> topics(context).stream())
            .collect(Collectors.toUnmodifiableSet());

    private final ReadModel readModel;
    private final TopicEnds ends;

    FreshnessReport(ReadModel readModel, TopicEnds ends) {
        this.readModel = readModel;
        this.ends = ends;
    }

    private record Applied(TopicPartition partition, long nextOffset, Instant recordedAt) {}

    public About about() {
        var end = ends.of(TOPICS);
        var applied = readModel.query(
                Sql.of("select topic, topic_partition, next_offset, recorded_at from applied_position"),
                row -> new Applied(
                        new TopicPartition(row.getString(1), row.getInt(2)),
                        row.getLong(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()));
        var now = Instant.now();
        var freshness = new LinkedHashMap<String, Freshness>();
        for (var context : Context.values()) {
            freshness.put(context.code(), of(topics(context), applied, end, now));
        }
        return new About(now, freshness);
    }

    private static Freshness of(
            List<String> topics, List<Applied> applied, Optional<Map<TopicPartition, Long>> ends, Instant now) {
        var here = applied.stream()
                .filter(each -> topics.contains(each.partition().topic()))
                .toList();
        var last =
                here.stream().map(Applied::recordedAt).max(Instant::compareTo).orElse(null);
        if (ends.isEmpty()) {
            return new Freshness(last, null, null);
        }
        var reached = here.stream().collect(Collectors.toMap(Applied::partition, Applied::nextOffset));
        var behind = ends.get().entrySet().stream()
                .filter(end -> topics.contains(end.getKey().topic()))
                .mapToLong(end -> Math.max(0, end.getValue() - reached.getOrDefault(end.getKey(), 0L)))
                .sum();
        var lag = behind == 0
                ? Long.valueOf(0)
                : last == null ? null : Duration.between(last, now).toSeconds();
        return new Freshness(last, behind, lag);
    }

    private static List<String> topics(Context context) {
        return List.of(context.topic(), context.replayTopic());
    }
}
