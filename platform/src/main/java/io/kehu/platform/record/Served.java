package io.kehu.platform.record;

import io.kehu.events.DomainEvent;

/**
 * An aggregate that a service shows and can put into the recycle bin.
 *
 * @param <V> what is shown of it
 */
public interface Served<V> {

    V view();

    /** Puts it into the recycle bin. */
    DomainEvent remove();

    /** Takes it back from there. */
    DomainEvent takeBack();
}
