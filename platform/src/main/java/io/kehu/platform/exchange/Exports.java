package io.kehu.platform.exchange;

import io.kehu.platform.access.Caller;
import io.kehu.platform.company.Company;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.problem.Messages;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.table.CsvTable;
import io.kehu.platform.table.Download;
import io.kehu.platform.table.SheetTable;
import io.kehu.platform.table.Table;
import io.kehu.platform.table.TableType;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * What a list answers where a file is wanted. A resource has a method beside its list's with the media types of
 * {@link TableType}, the permission to export and one call of {@link #of}.
 */
@ApplicationScoped
public class Exports {

    private final Map<String, RowExport<?>> exports;
    private final Company company;

    Exports(@All List<RowExport<?>> exports, Company company) {
        this.exports = exports.stream().collect(Collectors.toUnmodifiableMap(RowExport::resource, Function.identity()));
        this.company = company;
    }

    /**
     * Every row of the list that {@code request} asks for, as far as the caller sees it, in the format that is accepted. Rows
     * are read as they are sent; one that is changed meanwhile is told as it was or as it is, each once if the sort stays.
     *
     * @throws BadRequest if the filter or sort is wrong, or a part of the list is asked for
     */
    public Download of(String resource, ListRequest request) {
        request.requireWhole();
        var export = exports.get(resource);
        if (export == null) {
            throw new NotFound("export", resource);
        }
        return answer(export, request);
    }

    private <E extends Aggregate<?>> Download answer(RowExport<E> export, ListRequest request) {
        var headers = CurrentRequestManager.get().getHttpHeaders();
        var type = TableType.wanted(headers.getAcceptableMediaTypes(), TableType.CSV);
        var chinese = Messages.locale(headers.getAcceptableLanguages()).equals(Locale.SIMPLIFIED_CHINESE);
        var caller = Caller.current();
        var run = new ExportRun<>(export, request, caller.maySeePersonalData());
        run.fetchFirst();
        Download.Content content = out -> caller.call(() -> {
            try (var table = table(type, out, export.resource())) {
                run.write(table, chinese);
            }
            return null;
        });
        return new Download(type.contentType(), fileName(export, type), content);
    }

    private String fileName(RowExport<?> export, TableType type) {
        var today = LocalDate.now(company.zone()).format(DateTimeFormatter.BASIC_ISO_DATE);
        return export.resource() + "-" + today + "." + type.ending();
    }

    private Table table(TableType type, OutputStream out, String name) throws IOException {
        return switch (type) {
            case CSV -> new CsvTable(out, company.zone());
            case XLSX -> new SheetTable(out, name, company.zone());
        };
    }

    /** The columns that files of this resource may hold beside those that an import understands. */
    List<Column> columnsOf(String resource) {
        var export = exports.get(resource);
        return export == null ? List.of() : StandardColumns.with(export);
    }
}
