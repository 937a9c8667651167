package io.kehu.platform.eventlog;

import io.kehu.events.AggregateState;
import io.kehu.platform.access.Visibility;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.Filter;

/**
 * An owned aggregate that hangs on a customer, which its column {@code customer_id} names: whoever may see the customer may
 * read it too.
 */
@MappedSuperclass
@NamesCustomer.In("customerId")
@Filter(name = OwnedAggregate.VISIBLE, condition = Visibility.CUSTOMER_RECORD)
public abstract non-sealed class CustomerRecord<S extends AggregateState> extends OwnedAggregate<S>
        implements NamesCustomer {

    protected CustomerRecord() {}

    protected CustomerRecord(String number, String owner, String team) {
        super(number, owner, team);
    }

    @Override
    public final UUID namedCustomer() {
        return state().customerId();
    }
}
