package io.kehu.platform.eventlog;

import io.kehu.events.AggregateState;
import io.kehu.events.DomainEvent;
import io.kehu.platform.access.Visibility;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.Filter;

/**
 * An owned aggregate that hangs on a customer, which its column {@code customer_id} names: whoever may see the customer may
 * read it too.
 */
@MappedSuperclass
@Filter(name = OwnedAggregate.VISIBLE, condition = Visibility.CUSTOMER_RECORD)
public abstract non-sealed class CustomerRecord<S extends AggregateState> extends OwnedAggregate<S> {

    protected CustomerRecord() {}

    protected CustomerRecord(String number, String owner, String team) {
        super(number, owner, team);
    }

    /** Hangs it on {@code survivor} in the place of {@code merged}, and says so. */
    public abstract DomainEvent follow(UUID merged, UUID survivor);
}
