package io.kehu.platform.operations;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Tells trouble that users do not feel yet: always up, so that no orchestrator takes writes down for it. */
@Wellness
class DegradedCheck implements HealthCheck {

    private final Backlog backlog;

    DegradedCheck(Backlog backlog) {
        this.backlog = backlog;
    }

    @Override
    public HealthCheckResponse call() {
        var reasons = backlog.reasons();
        return HealthCheckResponse.named("degraded")
                .up()
                .withData("degraded", !reasons.isEmpty())
                .withData("reasons", String.join("; ", reasons))
                .withData("outboxDepth", backlog.outboxDepth())
                .withData("outboxAgeSeconds", Math.round(backlog.outboxAgeSeconds()))
                .withData("deadLetters", backlog.deadLetters())
                .build();
    }
}
