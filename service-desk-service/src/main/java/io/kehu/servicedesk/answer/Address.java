package io.kehu.servicedesk.answer;

import io.vertx.core.http.HttpServerRequest;

/** From where somebody comes. */
final class Address {

    private Address() {}

    /** The gateway tells who asked it, and lets nobody else say so. */
    static String of(HttpServerRequest request) {
        var told = request.getHeader("X-Forwarded-For");
        return told == null ? request.remoteAddress().hostAddress() : told;
    }
}
