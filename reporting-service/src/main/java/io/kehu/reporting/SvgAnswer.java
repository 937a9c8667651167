package io.kehu.reporting;

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
import java.nio.charset.StandardCharsets;

/** Answers a report as a picture to whoever accepts one. */
@Provider
@Produces(SvgAnswer.SVG)
public class SvgAnswer implements MessageBodyWriter<Object> {

    public static final String SVG = "image/svg+xml";

    private final HttpHeaders request;

    SvgAnswer(HttpHeaders request) {
        this.request = request;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Charted.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Object report,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, SVG + ";charset=UTF-8");
        headers.putSingle("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        var labels = Labels.accepted(request.getAcceptableLanguages());
        body.write(draw((Charted) report, labels).getBytes(StandardCharsets.UTF_8));
    }

    private static String draw(Charted report, Labels labels) {
        return report.trend(labels)
                .map(trend -> LineChart.draw(report.title(labels), trend, labels))
                .orElseGet(() -> BarChart.draw(report, labels));
    }
}
