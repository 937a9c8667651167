package io.kehu.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.kehu.platform.directory.DirectoryStand;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamSharesTest {

    private HttpServer gateway;
    private TeamShares shares;

    /** A directory that knows rep, and gone, who has left. */
    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/v1/users/", exchange -> {
            var name = exchange.getRequestURI().getPath().replaceAll(".*/", "");
            var body = "{\"username\":\"%s\",\"team\":\"/sales/%s\",\"enabled\":%s}"
                    .formatted(name, name, name.equals("rep"))
                    .getBytes(StandardCharsets.UTF_8);
            var known = List.of("rep", "gone").contains(name);
            exchange.sendResponseHeaders(known ? 200 : 404, known ? body.length : -1);
            if (known) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        gateway.start();
        shares = new TeamShares(DirectoryStand.at(
                URI.create("http://127.0.0.1:" + gateway.getAddress().getPort())));
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    private static TeamShare share(String username, String team) {
        return new TeamShare(username, team, new BigDecimal("0.5"));
    }

    private List<String> refused(String username) {
        return assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> shares.teams(List.of(), List.of(share("rep", null), share(username, "/sales"))))
                .actual()
                .fields()
                .stream()
                .map(InvalidField::field)
                .toList();
    }

    @Test
    void areOfUsers() {
        assertThat(refused("nobody")).containsExactly("split[1].username");
        assertThat(refused("gone")).containsExactly("split[1].username");
    }

    @Test
    void takeTheTeamOfTheUserUnlessTheyNameOne() {
        assertThat(shares.teams(List.of(), List.of(share("rep", null)))).containsEntry("rep", "/sales/rep");
        assertThat(shares.teams(List.of(), List.of(share("rep", "/other")))).containsEntry("rep", "/other");
        assertThat(share("rep", null).in("/sales/rep").team()).isEqualTo("/sales/rep");
        assertThat(share("rep", "/other").in("/sales/rep").team()).isEqualTo("/other");
    }

    @Test
    void stayWithWhoHasThemAlready() {
        var before = List.of(share("gone", "/sales/before"));
        assertThat(shares.teams(before, List.of(share("gone", null)))).containsEntry("gone", "/sales/before");
    }
}
