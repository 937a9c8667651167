package io.kehu.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** The gateway's own limits; every key has a default that fits the suite. */
@ConfigMapping(prefix = "kehu.gateway")
public interface GatewayConfig {

    /** First path segments after {@code /v1/} that the gateway serves itself. */
    Set<String> segments();

    /** How long a service may take to accept a connection. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** How long a service may stay silent after it has the whole request. */
    @WithDefault("30S")
    Duration responseTimeout();

    /** The same for imports and exports. */
    @WithDefault("2M")
    Duration transferTimeout();

    /** Connections to one service; what finds none waits for {@link #connectTimeout()}. */
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
}
