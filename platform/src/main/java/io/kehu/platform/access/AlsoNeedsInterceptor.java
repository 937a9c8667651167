package io.kehu.platform.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Answers 403 to whoever lacks the second permission, before anything is judged or done. */
@AlsoNeeds("")
@Interceptor
@Priority(AlsoNeedsInterceptor.BEFORE_VALIDATION)
class AlsoNeedsInterceptor {

    static final int BEFORE_VALIDATION = Interceptor.Priority.PLATFORM_BEFORE + 500;

    @AroundInvoke
    Object check(InvocationContext operation) throws Exception {
        Caller.current()
                .require(operation.getMethod().getAnnotation(AlsoNeeds.class).value());
        return operation.proceed();
    }
}
