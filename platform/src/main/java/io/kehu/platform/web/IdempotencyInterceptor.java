package io.kehu.platform.web;

import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.BadRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import java.util.Set;

/** Runs an operation in one transaction with the answer that it gives, or gives the stored answer without running it. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_AFTER)
class IdempotencyInterceptor {

    private static final Set<String> METHODS = Set.of("POST", "PATCH");
    private static final int LONGEST_KEY = 128;

    private final StoredAnswers answers;

    IdempotencyInterceptor(StoredAnswers answers) {
        this.answers = answers;
    }

    @AroundInvoke
    Object once(InvocationContext operation) throws Exception {
        var request = TraceIds.request();
        var key = request == null ? null : request.request().getHeader("idempotency-key");
        if (key == null
                || !METHODS.contains(request.request().method().name())
                || operation.getMethod().isAnnotationPresent(NeverReplayed.class)) {
            return operation.proceed();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new BadRequest("idempotency.key-invalid");
        }
        var http = request.request();
        var id = String.join("\n", Caller.current().username(), http.method().name(), http.path(), key);
        var content = http.query() + "\n" + Arrays.deepToString(operation.getParameters());
        return QuarkusTransaction.requiringNew().call(() -> answers.once(id, content, operation));
    }
}
