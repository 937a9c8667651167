package io.kehu.reporting.projection;

import io.agroal.api.AgroalDataSource;
import io.kehu.events.Event;
import io.kehu.events.EventFamily;
import io.kehu.platform.eventlog.EventConsumer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the read models from everything that happens anywhere, and from what an operator has had sent again. */
@ApplicationScoped
class EventProjection {

    private final EventConsumer consumer;
    private final AgroalDataSource database;
    private final AppliedPositions positions;

    EventProjection(EventConsumer consumer, AgroalDataSource database, AppliedPositions positions) {
        this.consumer = consumer;
        this.database = database;
        this.positions = positions;
    }

    @Incoming("events")
    @RunOnVirtualThread
    public void consume(ConsumerRecords<String, byte[]> records) {
        consumer.projectAll(records, events -> apply(events, false));
        positions.reached(records);
    }

    @Incoming("replayed-events")
    @RunOnVirtualThread
    public void consumeAgain(ConsumerRecords<String, byte[]> records) {
        consumer.projectAll(records, events -> apply(events, true));
        positions.reached(records);
    }

    private void apply(List<Event> events, boolean replayed) {
        try (var connection = database.getConnection()) {
            CurrentStates.keep(connection, events, replayed);
            keepHistory(connection, events, replayed);
        } catch (SQLException e) {
            throw new IllegalStateException("The read model was not written", e);
        }
    }

    private static void keepHistory(Connection connection, List<Event> events, boolean replayed) throws SQLException {
        var opportunities = records(EventFamily.OPPORTUNITY, events);
        if (!opportunities.isEmpty()) {
            RevertedImports.keep(connection, events);
            var periods = events.stream().flatMap(OpportunityHistory::of).toList();
            Deletions.keepOfOpportunities(connection, events);
            OpportunityPeriods.keep(connection, opportunities, periods, replayed);
            Standings.keep(connection, opportunities);
            DealOutcomes.keep(connection, opportunities);
        }
        var leads = records(EventFamily.LEAD, events);
        if (!leads.isEmpty()) {
            Deletions.keepOfLeads(connection, events);
            LeadPeriods.keep(connection, leads, events);
        }
        var tickets = records(EventFamily.TICKET, events);
        if (!tickets.isEmpty()) {
            TicketPeriods.keep(connection, tickets, events);
        }
    }

    private static Set<UUID> records(EventFamily family, List<Event> events) {
        return events.stream()
                .filter(event -> EventFamily.ofType(event.metadata().type()) == family)
                .map(event -> event.state().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
