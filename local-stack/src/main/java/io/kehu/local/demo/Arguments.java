package io.kehu.local.demo;

import io.kehu.local.demo.client.DemoFailure;
import java.nio.file.Path;
import java.util.List;

/**
 * What the demo is asked for.
 *
 * @param folder    with files to import, or null for a made-up company
 * @param customers how many of them are made up
 * @param seed      another one makes another company
 */
record Arguments(Path folder, int customers, long seed) {

    private static final String USAGE = "usage: demo [FOLDER] [--customers N] [--seed S]";
    private static final int MOST_CUSTOMERS = 999_999;

    static Arguments of(List<String> words) {
        Path folder = null;
        var customers = 1000L;
        var seed = 1L;
        for (var index = 0; index < words.size(); index++) {
            switch (words.get(index)) {
                case "--customers" -> customers = number(words, ++index, 1, MOST_CUSTOMERS);
                case "--seed" -> seed = number(words, ++index, 0, 99);
                default -> folder = folder(folder, words.get(index));
            }
        }
        return new Arguments(folder, (int) customers, seed);
    }

    private static Path folder(Path known, String word) {
        if (known != null || word.startsWith("--")) {
            throw new DemoFailure(USAGE);
        }
        return Path.of(word);
    }

    private static long number(List<String> words, int index, long least, long most) {
        try {
            var number = Long.parseLong(words.get(index));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException | IndexOutOfBoundsException _) {
            // told below
        }
        throw new DemoFailure(
                "%s takes a number from %d to %d; %s".formatted(words.get(index - 1), least, most, USAGE));
    }
}
