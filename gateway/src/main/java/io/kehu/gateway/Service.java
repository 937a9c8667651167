package io.kehu.gateway;

import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;

/** One service behind the gateway, as the rest of the gateway wants to know it. */
public record Service(String name, URI url, List<String> segments) {

    /** A request to this service that still lacks its method and path. */
    public RequestOptions request() {
        var secure = "https".equals(url.getScheme());
        var port = url.getPort() > 0 ? url.getPort() : secure ? 443 : 80;
        return new RequestOptions().setHost(url.getHost()).setPort(port).setSsl(secure);
    }
}
