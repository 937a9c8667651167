package io.kehu.reporting.desk;

/** What happens to a ticket, and when it did where {@code ticket t} stands. */
enum DeskMoment {
    OPENED("t.opened_at"),
    RESPONDED("t.first_responded_at"),
    RESOLVED("t.resolved_at"),
    CLOSED("t.closed_at");

    private final String time;

    DeskMoment(String time) {
        this.time = time;
    }

    String time() {
        return time;
    }
}
