package io.kehu.platform.exchange;

import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.table.Table;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One export: goes through the list part by part, each read in a short transaction and forgotten once it is written, so that
 * neither memory nor a snapshot grows with the list. While one part is written, the next is read.
 */
final class ExportRun<E extends Aggregate<?>> {

    private static final int PART = 1_000;

    private final RowExport<E> export;
    private final ListRequest request;
    private final boolean clear;
    private final List<Column> columns;
    private RowCells cells;
    private Part part;

    ExportRun(RowExport<E> export, ListRequest request, boolean clear) {
        this.export = export;
        this.request = request;
        this.clear = clear;
        this.columns = StandardColumns.with(export);
    }

    private record Part(List<List<Object>> rows, String next) {}

    /** So that a wrong filter is answered before anything is sent. */
    void fetchFirst() {
        part = fetch(null);
    }

    void write(Table table, boolean chinese) throws IOException {
        table.row(wanted(columns.stream()
                .map(column -> chinese ? column.chinese() : column.english())
                .toList()));
        while (true) {
            var ahead = ahead(part.next());
            for (var row : part.rows()) {
                table.row(wanted(row));
            }
            if (part.next() == null) {
                return;
            }
            part = ahead.join();
        }
    }

    /** The cells of the columns that a saved view names, in its order; all without one. */
    private List<?> wanted(List<?> cells) {
        return request.columns().isEmpty()
                ? cells
                : request.columns().stream()
                        .flatMap(field -> IntStream.range(0, columns.size())
                                .filter(index -> columns.get(index).field().equals(field))
                                .mapToObj(cells::get))
                        .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Fetches the next part while the present one is written. */
    private CompletableFuture<Part> ahead(String cursor) {
        var caller = Caller.current();
        return cursor == null
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.supplyAsync(() -> caller.call(() -> fetch(cursor)), Thread::startVirtualThread);
    }

    private Part fetch(String cursor) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var page = export.repository().part(request, cursor, PART);
            var views = export.views(page.items());
            var rows = new ArrayList<List<Object>>(page.items().size());
            for (var record : page.items()) {
                var view = views.apply(record);
                var parts = view instanceof SeveralRows several ? several.rows() : List.of(view);
                parts.forEach(part -> rows.add(row(record, part)));
            }
            export.repository().getEntityManager().clear();
            return new Part(rows, page.nextCursor());
        });
    }

    private List<Object> row(E record, Record view) {
        if (cells == null) {
            cells = RowCells.of(view.getClass(), export.columns());
        }
        var key = ExternalIds.keyOf(record);
        var row = new ArrayList<>(columns.size());
        row.add(key.externalId());
        row.add(key.source());
        row.addAll(cells.read(view, clear));
        if (row.size() < columns.size() - StandardColumns.LIFESPAN.size()) {
            row.add(record.number());
        }
        var lifespan = record.lifespan();
        row.add(lifespan.createdAt());
        row.add(lifespan.createdBy());
        row.add(lifespan.updatedAt());
        row.add(lifespan.updatedBy());
        return row;
    }
}
