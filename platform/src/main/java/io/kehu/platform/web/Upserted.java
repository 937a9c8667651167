package io.kehu.platform.web;

import org.jboss.resteasy.reactive.RestResponse;

/** What an upsert did: 201 when created, else 200, and the header {@code Upsert-Result} says created, updated or unchanged. */
public record Upserted<V>(V view, String result) {

    public static <V> Upserted<V> created(V view) {
        return new Upserted<>(view, "created");
    }

    public static <V> Upserted<V> updated(V view) {
        return new Upserted<>(view, "updated");
    }

    public static <V> Upserted<V> unchanged(V view) {
        return new Upserted<>(view, "unchanged");
    }

    public RestResponse<V> response() {
        return RestResponse.ResponseBuilder.<V>create(result.equals("created") ? 201 : 200)
                .entity(view)
                .header("Upsert-Result", result)
                .build();
    }
}
