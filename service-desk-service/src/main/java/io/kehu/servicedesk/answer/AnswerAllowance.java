package io.kehu.servicedesk.answer;

import io.kehu.platform.web.AddressAllowance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** How often one address may use one link. */
@ApplicationScoped
class AnswerAllowance {

    private static final int MOST_IN_A_MINUTE = 30;

    private final AddressAllowance allowance;

    AnswerAllowance(AddressAllowance allowance) {
        this.allowance = allowance;
    }

    void take(String token, HttpServerRequest request) {
        allowance.take(token, allowance.address(request), MOST_IN_A_MINUTE, "survey-link.limit");
    }
}
