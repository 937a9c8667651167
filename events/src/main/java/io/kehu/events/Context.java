package io.kehu.events;

/** A bounded context as Kafka consumers see it: one topic, versioned by name, keyed by aggregate id, 12 partitions. */
public enum Context {
    CUSTOMER("customer"),
    OPPORTUNITY("opportunity"),
    ACTIVITY("activity"),
    SERVICE_DESK("service-desk"),
    CONTRACT("contract");

    /** Partitions of every topic; fixed from the start, because repartitioning would break the order within a key. */
    public static final int PARTITIONS = 12;

    private final String code;

    Context(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String topic() {
        return "kehu." + code + ".v1";
    }

    /** The topic that an operator's replay goes to; only a rebuilding projection reads it. */
    public String replayTopic() {
        return "kehu." + code + ".v1.replay";
    }
}
