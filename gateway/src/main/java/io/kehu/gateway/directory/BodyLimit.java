package io.kehu.gateway.directory;

import io.kehu.gateway.GatewayConfig;
import io.kehu.gateway.problem.BodyTooLarge;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bodies that the gateway reads itself, because a chunked one declares no length. */
@Provider
public class BodyLimit implements ReaderInterceptor {

    /** Asked when needed: this is made before there is any configuration. */
    private final Instance<GatewayConfig> config;

    BodyLimit(Instance<GatewayConfig> config) {
        this.config = config;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(
                new Counted(context.getInputStream(), config.get().bodyLimit().asLongValue()));
        return context.proceed();
    }

    private static final class Counted extends FilterInputStream {

        private long left;

        Counted(InputStream body, long limit) {
            super(body);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            var next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = super.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws BodyTooLarge {
            left -= read;
            if (left < 0) {
                throw new BodyTooLarge();
            }
        }
    }
}
