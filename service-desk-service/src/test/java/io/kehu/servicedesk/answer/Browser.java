package io.kehu.servicedesk.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A real Chromium without a window, led by its own debugging protocol as far as a keyboard and two eyes reach. */
final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS = 30;
    private static final Map<String, Integer> KEYS = Map.of("Tab", 9, "Enter", 13, " ", 32, "ArrowRight", 39);

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final Semaphore loads = new Semaphore(0);
    private final AtomicInteger lastId = new AtomicInteger();
    private final String session;

    /** Empty if none is installed. */
    static Optional<Path> installed() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(path -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser(Path executable, Path folder, String language, boolean scripts) throws IOException {
        var profile = folder.resolve("profile");
        process = new ProcessBuilder(
                        executable.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--accept-lang=" + language,
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("browser.log").toFile())
                .start();
        var door = profile.resolve("DevToolsActivePort");
        Awaitility.await()
                .atMost(SECONDS, TimeUnit.SECONDS)
                .until(() -> Files.exists(door) && Files.readAllLines(door).size() == 2);
        var where = Files.readAllLines(door);
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:%s%s".formatted(where.getFirst(), where.getLast())), new Ear())
                .join();
        var target = ask(null, "Target.createTarget", Map.of("url", "about:blank"));
        session = ask(
                        null,
                        "Target.attachToTarget",
                        Map.of("targetId", target.path("targetId").asText(), "flatten", true))
                .path("sessionId")
                .asText();
        for (var domain : List.of("Page", "Network", "Log", "Accessibility", "DOM")) {
            ask(domain + ".enable", Map.of());
        }
        ask("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        ask("Emulation.setScriptExecutionDisabled", Map.of("value", !scripts));
    }

    /** Takes what the browser says. */
    private final class Ear implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                hear(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    private void hear(String message) {
        try {
            var heard = JSON.readTree(message);
            if (heard.has("id")) {
                answers.remove(heard.path("id").asInt()).complete(heard);
            } else {
                events.add(heard);
                if (heard.path("method").asText().equals("Page.loadEventFired")) {
                    loads.release();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode ask(String method, Map<String, ?> parameters) {
        return ask(session, method, parameters);
    }

    private JsonNode ask(String ofSession, String method, Map<String, ?> parameters) {
        var id = lastId.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        answers.put(id, answer);
        var command = JSON.createObjectNode().put("id", id).put("method", method);
        command.set("params", JSON.valueToTree(parameters));
        if (ofSession != null) {
            command.put("sessionId", ofSession);
        }
        socket.sendText(command.toString(), true).join();
        var told = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        if (told.has("error")) {
            throw new IllegalStateException(method + ": " + told.path("error"));
        }
        return told.path("result");
    }

    void open(String address) {
        loads.drainPermits();
        ask("Page.navigate", Map.of("url", address));
        awaitPage();
    }

    private void awaitPage() {
        try {
            if (!loads.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("No page came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void press(String... keys) {
        for (var key : keys) {
            var text = key.equals("Enter") ? "\r" : key.equals(" ") ? " " : "";
            ask("Input.dispatchKeyEvent", event(text.isEmpty() ? "rawKeyDown" : "keyDown", key, text));
            ask("Input.dispatchKeyEvent", event("keyUp", key, ""));
        }
    }

    private static Map<String, Object> event(String type, String key, String text) {
        var code = key.equals(" ") ? "Space" : key;
        return Map.of("type", type, "key", key, "code", code, "windowsVirtualKeyCode", KEYS.get(key), "text", text);
    }

    /** Presses a key after which another page comes. */
    void send(String key) {
        loads.drainPermits();
        press(key);
        awaitPage();
    }

    void write(String text) {
        ask("Input.insertText", Map.of("text", text));
    }

    String page() {
        var root = ask("DOM.getDocument", Map.of("depth", 0)).at("/root/nodeId").asInt();
        return ask("DOM.getOuterHTML", Map.of("nodeId", root)).path("outerHTML").asText();
    }

    /** Role and name of what has the focus, as a screen reader tells it. */
    String focused() {
        for (var node : ask("Accessibility.getFullAXTree", Map.of()).path("nodes")) {
            for (var property : node.path("properties")) {
                if (property.path("name").asText().equals("focused")
                        && property.at("/value/value").asBoolean()
                        && !node.at("/role/value").asText().equals("RootWebArea")) {
                    return node.at("/role/value").asText() + " "
                            + node.at("/name/value").asText();
                }
            }
        }
        return "nothing";
    }

    /** The values of a header of all requests that were sent with {@code method}. */
    List<String> sent(String method, String header) {
        return events.stream()
                .filter(event -> event.path("method").asText().equals("Network.requestWillBeSent"))
                .filter(event -> event.at("/params/request/method").asText().equals(method))
                .map(event -> event.at("/params/requestId").asText())
                .flatMap(request -> events.stream()
                        .filter(event -> event.path("method").asText().equals("Network.requestWillBeSentExtraInfo"))
                        .filter(event -> event.at("/params/requestId").asText().equals(request)))
                .map(event -> event.at("/params/headers").path(header).asText())
                .toList();
    }

    /** What the browser complained of. */
    List<String> complaints() {
        return events.stream()
                .filter(event -> event.path("method").asText().equals("Log.entryAdded"))
                .map(event -> event.at("/params/entry/text").asText())
                .filter(text -> text.contains("Content Security Policy"))
                .toList();
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
