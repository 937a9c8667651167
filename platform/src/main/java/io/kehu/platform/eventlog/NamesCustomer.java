package io.kehu.platform.eventlog;

import io.kehu.events.DomainEvent;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;

/** A record that names a customer, and names the survivor once that customer has been merged. */
public interface NamesCustomer {

    /** The field that names the customer, in the entity as in its state. */
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface In {
        String value();
    }

    /** The customer that it names, or null. */
    UUID namedCustomer();

    /** Names {@code survivor} in the place of {@code merged}, and says so. */
    DomainEvent follow(UUID merged, UUID survivor);
}
