package io.kehu.platform.batch;

import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Versioned;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How one kind of record is created, changed and deleted one at a time.
 *
 * @param module whose permissions {@code write} and {@code delete} the commands take
 * @param <F>    the record of fields that may be written
 */
public record BatchCommands<F>(
        String module,
        Function<F, ? extends Versioned> create,
        BiFunction<UUID, Patch<F>, ? extends Versioned> update,
        Consumer<UUID> delete) {}
