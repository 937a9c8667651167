package io.kehu.platform.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Scope;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private final Map<String, String> users = new ConcurrentHashMap<>();
    private final Watch watch = new Watch();
    private HttpServer gateway;
    private Directory directory;
    private volatile int asked;

    @BeforeEach
    void start() throws IOException {
        users.put("rep", """
            {"username":"rep","displayName":"Rep","enabled":true,"team":"/sales/east","roles":["sales-rep"]}\
            """);
        users.put("gone", """
            {"username":"gone","enabled":false,"team":"/sales/west"}\
            """);
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/v1/users/", this::answer);
        gateway.createContext("/v1/users", this::list);
        gateway.start();
        directory = directory(true);
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    private Directory directory(boolean enabled) {
        var address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
        return new Directory(new DirectoryClient(address, () -> "Bearer service"), enabled, watch);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked++;
        var path = exchange.getRequestURI().getPath();
        var user = users.get(path.substring(path.lastIndexOf('/') + 1));
        var trusted = "Bearer service".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        var body = user == null ? new byte[0] : user.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(!trusted ? 401 : user == null ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Two pages, for whatever team. */
    private void list(HttpExchange exchange) throws IOException {
        asked++;
        var query = exchange.getRequestURI().getQuery();
        var last = query.contains("cursor=next");
        var wanted = query.contains("filter=enabled==true;team==\"/sales/east\"");
        var body = (!wanted
                        ? "{\"items\":[]}"
                        : last
                                ? "{\"items\":[{\"username\":\"amy\"}]}"
                                : "{\"items\":[{\"username\":\"rep\"}],\"nextCursor\":\"next\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void tellsWhoOfATeamMayBeGivenRecords() {
        assertThat(directory.activeMembers("/sales/east")).containsExactly("amy", "rep");
        gateway.stop(0);
        watch.pass(Duration.ofMinutes(2));
        assertThat(directory.activeMembers("/sales/east")).containsExactly("amy", "rep");
        assertThatThrownBy(() -> directory.activeMembers("/sales")).isInstanceOf(Unavailable.class);
    }

    @Test
    void knowsWhoMayOwnRecordsNow() {
        assertThat(directory.mayOwn("rep")).isTrue();
        assertThat(directory.mayOwn("gone")).isFalse();
        assertThat(directory.mayOwn("nobody")).isFalse();
    }

    @Test
    void knowsWhoHasLeftToo() {
        assertThat(directory.knows("rep")).isTrue();
        assertThat(directory.knows("gone")).isTrue();
        assertThat(directory.knows("nobody")).isFalse();
    }

    @Test
    void fillsInTheTeamOfTheNewOwner() {
        assertThat(directory.complete(new Assignment("rep", null))).isEqualTo(new Assignment("rep", "/sales/east"));
    }

    @Test
    void keepsTheTeamThatIsStated() {
        assertThat(directory.assign("owner", "rep", "/sales")).isEqualTo("/sales");
    }

    @Test
    void refusesAnOwnerWhoDoesNotExist() {
        assertThatThrownBy(() -> directory.assign("owner", "nobody", "/sales"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields()).singleElement().satisfies(field -> {
                            assertThat(field.field()).isEqualTo("owner");
                            assertThat(field.code()).isEqualTo("owner.unknown");
                        }));
    }

    @Test
    void givesNothingToADisabledUserButLeavesThePastAlone() {
        assertThatThrownBy(() -> directory.assign("owner", "gone", null)).isInstanceOf(Invalid.class);
        assertThat(directory.teamOfThePast("owner", "gone", null)).isEqualTo("/sales/west");
        directory.requireUserOfThePast("performedBy", "gone");
        assertThatThrownBy(() -> directory.requireUserOfThePast("performedBy", "nobody"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void asksOncePerMinute() {
        directory.assign("owner", "rep", null);
        watch.pass(Duration.ofSeconds(59));
        directory.assign("owner", "rep", null);
        assertThat(asked).isEqualTo(1);
        users.put("rep", """
            {"username":"rep","enabled":true,"team":"/sales/west"}\
            """);
        watch.pass(Duration.ofSeconds(2));
        assertThat(directory.assign("owner", "rep", null)).isEqualTo("/sales/west");
    }

    @Test
    void learnsSoonOfAUserWhoWasMissing() {
        assertThatThrownBy(() -> directory.assign("owner", "new", null)).isInstanceOf(Invalid.class);
        users.put("new", """
            {"username":"new","enabled":true,"team":"/sales"}\
            """);
        watch.pass(Duration.ofSeconds(6));
        assertThat(directory.assign("owner", "new", null)).isEqualTo("/sales");
    }

    @Test
    void goesByWhatItKnowsWhileTheDirectoryIsAway() {
        directory.assign("owner", "rep", null);
        gateway.stop(0);
        watch.pass(Duration.ofHours(1));
        assertThat(directory.assign("owner", "rep", null)).isEqualTo("/sales/east");
        assertThat(directory.assign("owner", "stranger", "/sales")).isEqualTo("/sales");
        assertThatThrownBy(() -> directory.assign("owner", "stranger", null)).isInstanceOf(Unavailable.class);
    }

    @Test
    void asksNobodyAboutTheCaller() {
        var caller = new Caller("me", "/service", Scope.OWN, Set.of(), io.kehu.events.Origin.API, null);
        assertThat(caller.call(() -> directory.assign("owner", "me", null))).isEqualTo("/service");
        assertThat(asked).isZero();
    }

    @Test
    void takesWhatIsStatedWhenSwitchedOff() {
        assertThat(directory(false).assign("owner", "nobody", null)).isNull();
        assertThat(asked).isZero();
    }

    /** A clock that moves when told. */
    private static final class Watch extends Clock {

        private Instant now = Instant.parse("2026-03-01T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
