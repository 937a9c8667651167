package io.kehu.reporting;

import io.kehu.platform.table.CsvTable;
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

/** Tells a report as CSV that Excel opens as it is: with a byte order mark, and no cell that would run as a formula. */
@Provider
@Produces(CsvAnswer.CSV)
public class CsvAnswer implements MessageBodyWriter<Tabular> {

    public static final String CSV = TableType.CSV_MEDIA_TYPE;

    private static final ZoneId ZONE = ZoneId.of(PeriodParameters.HOME);

    private final HttpHeaders request;

    CsvAnswer(HttpHeaders request) {
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
        headers.putSingle(HttpHeaders.CONTENT_TYPE, CSV + ";charset=UTF-8");
        try (var table = new CsvTable(body, ZONE)) {
            report.writeTo(table, Labels.accepted(request.getAcceptableLanguages()));
        }
    }
}
