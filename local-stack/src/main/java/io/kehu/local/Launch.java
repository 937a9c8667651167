package io.kehu.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How to start a child process: kept, so that a killed part starts again exactly as it did before. */
record Launch(String name, Path directory, List<String> command, Map<String, String> environment) {

    /** The java that runs this program, so that every part runs on the same one. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
