package io.kehu.platform.web;

import io.kehu.platform.operations.WaitingLine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Set;

/** Runs an operation in one transaction with the answer that it gives, or gives the stored answer without running it. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_AFTER)
class IdempotencyInterceptor {

    private static final Set<String> METHODS = Set.of("POST", "PATCH");

    private final StoredAnswers answers;

    IdempotencyInterceptor(StoredAnswers answers) {
        this.answers = answers;
    }

    @AroundInvoke
    Object once(InvocationContext operation) throws Exception {
        var request = TraceIds.request();
        if (request == null
                || IdempotencyKey.isMinded()
                || !METHODS.contains(request.request().method().name())
                || operation.getMethod().isAnnotationPresent(NeverReplayed.class)
                || operation.getMethod().isAnnotationPresent(MindsItsKey.class)) {
            return operation.proceed();
        }
        var key = IdempotencyKey.ofRequest(operation.getParameters());
        if (key == null) {
            return operation.proceed();
        }
        var returned = operation.getMethod().getGenericReturnType();
        return WaitingLine.<Object, Exception>around(
                () -> QuarkusTransaction.requiringNew().call(() -> answers.once(key, returned, operation::proceed)));
    }
}
