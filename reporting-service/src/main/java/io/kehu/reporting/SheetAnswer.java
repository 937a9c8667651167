package io.kehu.reporting;

import io.kehu.platform.table.SheetTable;
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
import java.time.ZoneId;

/** Tells a report as a workbook of Excel, in which numbers are numbers and no cell runs as a formula. */
@Provider
@Produces(SheetAnswer.XLSX)
public class SheetAnswer implements MessageBodyWriter<Tabular> {

    public static final String XLSX = TableType.XLSX_MEDIA_TYPE;

    private static final ZoneId ZONE = ZoneId.of(PeriodParameters.HOME);

    private final HttpHeaders request;

    SheetAnswer(HttpHeaders request) {
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
        headers.putSingle(HttpHeaders.CONTENT_TYPE, XLSX);
        var labels = Labels.accepted(request.getAcceptableLanguages());
        try (var table = new SheetTable(body, labels.text("report"), ZONE)) {
            report.writeTo(table, labels);
        }
    }
}
