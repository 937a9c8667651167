package io.kehu.platform.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Answers 403 to whoever lacks one of the further permissions, before anything is judged or done. */
@AlsoNeeds({})
@Interceptor
@Priority(AlsoNeedsInterceptor.BEFORE_VALIDATION)
class AlsoNeedsInterceptor {

    static final int BEFORE_VALIDATION = Interceptor.Priority.PLATFORM_BEFORE + 500;

    @AroundInvoke
    Object check(InvocationContext operation) throws Exception {
        for (var permission :
                operation.getMethod().getAnnotation(AlsoNeeds.class).value()) {
            Caller.current().require(permission);
        }
        return operation.proceed();
    }
}
