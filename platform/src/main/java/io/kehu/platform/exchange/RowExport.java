package io.kehu.platform.exchange;

import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.listing.AggregateRepository;
import java.util.List;
import java.util.function.Function;

/**
 * How the rows of one kind go out: all that a service writes to offer its list as a file. Make it a bean
 * ({@code @ApplicationScoped}).
 */
public interface RowExport<E extends Aggregate<?>> {

    /** The path segment, for instance {@code customers}. */
    String resource();

    AggregateRepository<E> repository();

    /**
     * Every column but those that all exports have: external id and source in front, number and who made and changed the
     * record when at the end. An import of the same resource passes over the columns that it does not know itself.
     */
    List<Column> columns();

    /**
     * Looks up what {@code records} refer to, in few queries, and gives what tells of each: a record that has a component for
     * each column by its field, itself or in parts that are marked {@code @JsonUnwrapped} or {@code @Valid}; of two of one
     * name the first that is not null counts. A component marked {@link io.kehu.platform.access.Masked} is masked. An amount
     * of money fills its own column and one for its currency: {@code currency}, or {@code priceCurrency} for {@code price}.
     * A record of several rows is told by {@link SeveralRows}.
     */
    Function<E, ? extends Record> views(List<E> records);

    /** The fields of all columns that its files have. */
    default List<String> fields() {
        return StandardColumns.with(this).stream().map(Column::field).toList();
    }
}
