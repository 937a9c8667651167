package io.kehu.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The gateway's own limits; every key has a default that fits the suite. */
@ConfigMapping(prefix = "kehu.gateway")
public interface GatewayConfig {

    /** First path segments after {@code /v1/} that the gateway serves itself. */
    Set<String> segments();

    /** Operations of services that take no token, for instance {@code POST /v1/forms/*}, a star for any one segment. */
    @WithDefault(
            "POST /v1/lead-forms/*/submissions,OPTIONS /v1/lead-forms/*/submissions,GET /v1/survey-answers/*,POST /v1/survey-answers/*")
    List<String> publicOperations();

    /** How long a service may take to accept a connection. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** How long a service may stay silent after it has the whole request; a service may have its own. */
    @WithDefault("30S")
    Duration responseTimeout();

    /** The same for imports and exports, and for pauses within any answer. */
    @WithDefault("2M")
    Duration transferTimeout();

    /** How long one request may take in all, with everything streamed. */
    @WithDefault("30M")
    Duration wholeTimeout();

    /** How often a request is tried again after an instance failed it; only a request that is safe to repeat is. */
    @WithDefault("2")
    int retries();

    /** Connections to one instance; what finds none waits for {@link #connectTimeout()}. */
    @WithDefault("256")
    int connections();

    @WithDefault("5M")
    MemorySize bodyLimit();

    /** The limit for paths that end in {@code /imports}. */
    @WithDefault("100M")
    MemorySize uploadLimit();

    /** Longest query in characters. */
    @WithDefault("4096")
    int queryLimit();

    /** How old the list of users and teams may be that {@code /v1/users} and {@code /v1/teams} are answered from. */
    @WithDefault("10S")
    Duration rosterLife();

    /** Whether each request is logged in one line. */
    @WithDefault("true")
    boolean requestLog();

    /** Whether each value of the line is a field of its own too, which only JSON logs show. */
    @WithDefault("${kehu.log.json:false}")
    boolean requestFields();

    Breaker breaker();

    Limits limits();

    /** When an instance is left alone for a while. */
    interface Breaker {

        /** So many failures, and at least half of all requests, within {@link #window()}. */
        @WithDefault("5")
        int failures();

        @WithDefault("10S")
        Duration window();

        /** How long it is left alone before one request tries it again. */
        @WithDefault("5S")
        Duration pause();
    }

    /** Who may ask how often, counted by each gateway for itself. */
    interface Limits {

        @WithDefault("true")
        boolean enabled();

        /** One user, over all clients. */
        Limit user();

        /** One client, with all its users. */
        Limit client();

        /** One remote address, without a valid token. */
        Limit anonymous();

        /** Clients, by their id, with a limit of their own. */
        Map<String, Limit> clients();
    }

    /** A bucket of {@code burst} requests that fills up again by {@code rate} a second. */
    interface Limit {

        int rate();

        int burst();
    }
}
