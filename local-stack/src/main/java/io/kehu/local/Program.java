package io.kehu.local;

import java.util.List;

/** A Java program that the suite runs as a child process: Keycloak or a service. */
interface Program {

    String name();

    AotCache cache();

    /** How it is started, with options that use or record its ahead-of-time cache. */
    Launch launch(List<String> cacheOptions);

    /** Answers 200 from the moment when the program can be used. */
    String readyUrl();

    /** Addresses worth asking while the cache is recorded, so that what they need is in it. */
    List<String> exercises();
}
