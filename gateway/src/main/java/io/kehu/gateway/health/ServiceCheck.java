package io.kehu.gateway.health;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kehu.gateway.ServiceClient.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Reads one service's health document down to what an operator of the suite needs: up or down, why, and what is degraded. */
record ServiceCheck(String service, boolean up, String reason, List<String> degraded) {

    static ServiceCheck of(String service, Answer answer, ObjectMapper json) {
        try {
            var health = json.readTree(answer.body().getBytes());
            var sick = new ArrayList<String>();
            var degraded = new ArrayList<String>();
            for (var check : health.path("checks")) {
                var name = check.path("name").asText();
                if (!isUp(check)) {
                    sick.add(name);
                }
                if (check.path("data").path("degraded").asBoolean()) {
                    degraded.add(check.path("data").path("reasons").asText(name));
                }
            }
            var reason = sick.isEmpty() ? "status " + answer.status() : String.join(", ", sick);
            return new ServiceCheck(service, isUp(health), reason, degraded);
        } catch (IOException unreadable) {
            return unreachable(service, "its health is not readable");
        }
    }

    static ServiceCheck unreachable(String service, String reason) {
        return new ServiceCheck(service, false, reason, List.of());
    }

    /** Several instances are one service: up while one of them is, and degraded by those that are not. */
    static ServiceCheck together(String service, Map<String, ServiceCheck> byInstance) {
        if (byInstance.size() == 1) {
            return byInstance.values().iterator().next();
        }
        var up = byInstance.values().stream().anyMatch(ServiceCheck::up);
        var down = new ArrayList<String>();
        var degraded = new TreeSet<String>();
        byInstance.forEach((instance, check) -> {
            degraded.addAll(check.degraded());
            if (!check.up()) {
                down.add(instance + " " + check.reason());
            }
        });
        if (up) {
            degraded.addAll(down);
        }
        return new ServiceCheck(service, up, String.join(", ", down), List.copyOf(degraded));
    }

    HealthCheckResponse response() {
        var response = HealthCheckResponse.named(service).status(up);
        if (!up) {
            response.withData("reason", reason);
        }
        if (!degraded.isEmpty()) {
            response.withData("degraded", String.join("; ", degraded));
        }
        return response.build();
    }

    private static boolean isUp(JsonNode status) {
        return "UP".equals(status.path("status").asText());
    }
}
