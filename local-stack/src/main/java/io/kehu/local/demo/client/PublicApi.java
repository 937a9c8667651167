package io.kehu.local.demo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The public API with a login per user, and the questions that the demo asks of it again and again. */
public final class PublicApi {

    private final Http http;
    private final Addresses addresses;
    private final Map<String, Api> users = new ConcurrentHashMap<>();

    public PublicApi(Http http, Addresses addresses) {
        this.http = http;
        this.addresses = addresses;
    }

    public Api as(String username) {
        return users.computeIfAbsent(
                username, user -> new Api(http, addresses.gateway(), Login.ofUser(http, addresses, user)));
    }

    /** The record that has this key in the demo's own system, as {@code username} sees it. */
    public Optional<JsonNode> find(String username, String resource, String source, String externalId) {
        var path = byExternal(resource, source, externalId);
        return as(username).get(path).ifThere().map(Answer::json);
    }

    public String require(String username, String resource, String source, String externalId) {
        return find(username, resource, source, externalId)
                .map(found -> found.path("id").asText())
                .orElseThrow(() -> new DemoFailure("%s %s is missing".formatted(resource, externalId)));
    }

    public static String byExternal(String resource, String source, String externalId) {
        var query = new LinkedHashMap<String, String>();
        query.put("source", source);
        query.put("externalId", externalId);
        return "/v1/%s/by-external%s".formatted(resource, Api.query(query));
    }

    /** What {@code username} sees of the records that {@code filter} meets, at most a page. */
    public List<JsonNode> items(String username, String resource, String filter) {
        var query = new LinkedHashMap<String, String>();
        query.put("filter", filter);
        query.put("limit", "200");
        var items = new ArrayList<JsonNode>();
        as(username)
                .get("/v1/" + resource + Api.query(query))
                .require()
                .json()
                .path("items")
                .forEach(items::add);
        return items;
    }
}
