package io.kehu.platform.eventlog;

import io.kehu.events.AggregateState;
import io.kehu.platform.access.Visibility;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.Filter;

/** An owned aggregate that is judged by itself alone. */
@MappedSuperclass
@Filter(name = OwnedAggregate.VISIBLE, condition = Visibility.RECORD)
public abstract non-sealed class StandaloneRecord<S extends AggregateState> extends OwnedAggregate<S> {

    protected StandaloneRecord() {}

    protected StandaloneRecord(String number, String owner, String team) {
        super(number, owner, team);
    }
}
