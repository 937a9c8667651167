package io.kehu.events;

import java.time.Instant;

/** What can happen to the clock of a service level 服务级别 that a ticket stands under. */
public sealed interface SlaEvent extends DomainEvent {

    record Started() implements SlaEvent {}

    /** The ticket waits for somebody else, and the clock with it. */
    record Paused() implements SlaEvent {}

    record Resumed() implements SlaEvent {}

    /** The ticket has another priority, or the calendar has changed. */
    record Rescheduled(int previousTargetMinutes, int targetMinutes) implements SlaEvent {}

    /** @param percent how much of the time is used up */
    record Warned(int percent) implements SlaEvent {}

    /** It happened at {@code dueAt}, whenever it was noticed. */
    record Breached(Instant dueAt) implements SlaEvent {}

    record Met() implements SlaEvent {}

    /** What was promised is done, but it had been breached. */
    record MetLate() implements SlaEvent {}

    /** Nothing is promised any more, for instance because the ticket was withdrawn. */
    record Cancelled() implements SlaEvent {}

    /** The verdict of another system on past that was taken over. */
    record Imported() implements SlaEvent {}

    /** The verdict of another system was taken back together with the ticket. */
    record Deleted() implements SlaEvent {}

    record Unknown(String type) implements SlaEvent {}
}
