package io.kehu.gateway.routing;

import io.kehu.gateway.problem.Trace;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a service hears about the caller comes from the gateway, never from the caller. */
final class OutgoingHeaders {

    private static final List<String> SPOOFABLE = List.of(
            "forwarded",
            "x-forwarded",
            "x-real-ip",
            "x-client-ip",
            "x-user",
            "x-remote-user",
            "x-tenant",
            "x-internal",
            "x-original",
            "x-rewrite",
            "x-http-method",
            "x-method-override");

    private OutgoingHeaders() {}

    /** Removes what nobody outside may say, and says who called, over what, in which trace. */
    static void apply(MultiMap headers, RoutingContext exchange) {
        if (headers.contains(HttpHeaders.CONNECTION)) {
            headers.getAll(HttpHeaders.CONNECTION).stream()
                    .flatMap(value -> Stream.of(value.split(",")))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList()
                    .forEach(headers::remove);
        }
        var refused = new ArrayList<String>(0);
        headers.forEach((name, _) -> {
            if (spoofable(name)) {
                refused.add(name);
            }
        });
        refused.forEach(headers::remove);
        headers.remove(HttpHeaders.EXPECT);

        var origin = exchange.<String>get(FrontDoor.ORIGIN);
        if (origin != null) {
            headers.set(FrontDoor.ORIGIN, origin);
        }
        var request = exchange.request();
        var authority = request.authority();
        var address = request.remoteAddress().hostAddress();
        headers.set("X-Forwarded-For", address);
        headers.set("X-Forwarded-Proto", request.scheme());
        if (authority != null) {
            headers.set("X-Forwarded-Host", authority.toString());
        }
        headers.set("Forwarded", forwarded(address, request.scheme(), authority));
        headers.set("traceparent", Trace.of(exchange).parent());
        headers.set(FrontDoor.REQUEST_ID, exchange.<String>get(FrontDoor.REQUEST_ID));
    }

    /** The same by RFC 7239, where an address of IPv6 stands in brackets and quotes, and a host with a port in quotes. */
    static String forwarded(String address, String scheme, HostAndPort authority) {
        var node = address.indexOf(':') < 0 ? address : "\"[" + address + "]\"";
        var by = "for=" + node + ";proto=" + scheme;
        return authority == null ? by : by + ";host=\"" + authority + "\"";
    }

    private static boolean spoofable(String header) {
        for (var prefix : SPOOFABLE) {
            if (header.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return true;
            }
        }
        return false;
    }
}
