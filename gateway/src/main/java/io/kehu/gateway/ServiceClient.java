package io.kehu.gateway;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** The connections to the services: streams for what passes through, whole answers for what the gateway asks itself. */
@ApplicationScoped
public class ServiceClient {

    private final HttpClient streams;
    private final HttpClient questions;
    private final Duration connectTimeout;

    ServiceClient(Vertx vertx, GatewayConfig config) {
        connectTimeout = config.connectTimeout();
        var options = new HttpClientOptions()
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setKeepAliveTimeout(30);
        streams = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(config.connections()));
        questions = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(4));
    }

    /** Fails when the instance does not accept a connection in time. */
    public Future<HttpClientRequest> connect(Instance instance, HttpMethod method, String uri) {
        return streams.request(
                instance.request().setMethod(method).setURI(uri).setConnectTimeout(connectTimeout.toMillis()));
    }

    /** Asks for a small document; any status is an answer, silence for longer than {@code patience} a failure. */
    public Future<Answer> ask(Instance instance, String uri, Duration patience) {
        return questions
                .request(instance.request().setURI(uri).setTimeout(patience.toMillis()))
                .compose(HttpClientRequest::send)
                .compose(response -> response.body().map(body -> new Answer(response.statusCode(), body)));
    }

    /** The same of the first instance that has an answer. */
    public Future<Answer> ask(Service service, String uri, Duration patience) {
        Future<Answer> answer = Future.failedFuture(service.name() + " has no instance");
        for (var instance : service.instances()) {
            answer = answer.recover(_ -> ask(instance, uri, patience));
        }
        return answer;
    }

    /** Tells one instance something that is safe to tell twice; the next one if that gives no answer. */
    public Future<Answer> put(
            Service service, String uri, String authorization, JsonObject content, Duration patience) {
        Future<Answer> answer = Future.failedFuture(service.name() + " has no instance");
        for (var instance : service.instances()) {
            var options =
                    instance.request().setMethod(HttpMethod.PUT).setURI(uri).setTimeout(patience.toMillis());
            options.putHeader(HttpHeaders.AUTHORIZATION, authorization);
            options.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
            answer = answer.recover(_ -> questions
                    .request(options)
                    .compose(request -> request.send(content.toBuffer()))
                    .compose(response -> response.body().map(body -> new Answer(response.statusCode(), body))));
        }
        return answer;
    }

    void close(@Observes ShutdownEvent event) {
        streams.close();
        questions.close();
    }

    /** What a service said. */
    public record Answer(int status, Buffer body) {}
}
