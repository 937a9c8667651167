package io.kehu.reporting;

import io.kehu.platform.company.Company;
import io.kehu.platform.table.CsvTable;
import io.kehu.platform.table.SheetTable;
import io.kehu.platform.table.Table;
import io.kehu.platform.table.TableType;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

/**
 * Tells a report as CSV that Excel opens as it is, with a byte order mark, or as a workbook in which numbers are numbers; no
 * cell of either runs as a formula.
 */
@Provider
@Produces({TableAnswer.CSV, TableAnswer.XLSX})
public class TableAnswer implements MessageBodyWriter<Tabular> {

    public static final String CSV = TableType.CSV_MEDIA_TYPE;
    public static final String XLSX = TableType.XLSX_MEDIA_TYPE;

    private final HttpHeaders request;

    TableAnswer(HttpHeaders request) {
        this.request = request;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Tabular.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Tabular report,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        var wanted = TableType.wanted(List.of(mediaType), TableType.CSV);
        var labels = Labels.accepted(request.getAcceptableLanguages());
        headers.putSingle(HttpHeaders.CONTENT_TYPE, wanted.contentType());
        try (var table = table(wanted, body, labels)) {
            report.writeTo(table, labels);
        }
    }

    private static Table table(TableType wanted, OutputStream body, Labels labels) throws IOException {
        return switch (wanted) {
            case CSV -> new CsvTable(body, Company.current().zone());
            case XLSX ->
                new SheetTable(body, labels.text("report"), Company.current().zone());
        };
    }
}
