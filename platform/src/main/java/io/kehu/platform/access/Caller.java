package io.kehu.platform.access;

import io.kehu.events.Origin;
import io.quarkus.arc.Arc;
import io.quarkus.security.ForbiddenException;
import java.util.Set;

/**
 * On whose behalf the current work is done. Requests take it from the verified token; background work says it explicitly;
 * where neither is there, nothing is visible.
 *
 * @param team   Keycloak group path, or null
 * @param origin by what door changes of this work come in
 * @param cause  what made the work happen, for instance an import job, or null
 */
public record Caller(String username, String team, Scope scope, Set<String> permissions, Origin origin, String cause) {

    public static final String PERSONAL_DATA = "pii:read";

    private static final ScopedValue<Caller> BACKGROUND = ScopedValue.newInstance();
    private static final Caller NOBODY = new Caller("", null, Scope.NONE, Set.of(), Origin.API, null);

    public static Caller current() {
        if (BACKGROUND.isBound()) {
            return BACKGROUND.get();
        }
        var container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return NOBODY;
        }
        return container.instance(RequestCaller.class).get().caller();
    }

    static Caller nobody() {
        return NOBODY;
    }

    /** Work that the system does on its own account and that sees every row, for the reason given as its name. */
    public static Caller system(String reason, Origin origin) {
        return new Caller("system:" + reason, null, Scope.ALL, Set.of(PERSONAL_DATA), origin, null);
    }

    public Caller because(Origin newOrigin, String newCause) {
        return new Caller(username, team, scope, permissions, newOrigin, newCause);
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    /** Fails with 403 without the permission; what an operation always needs, its annotations say instead. */
    public void require(String permission) {
        if (!may(permission)) {
            throw new ForbiddenException();
        }
    }

    public boolean maySeePersonalData() {
        return may(PERSONAL_DATA);
    }

    public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(BACKGROUND, this).call(work);
    }

    public void run(Runnable work) {
        ScopedValue.where(BACKGROUND, this).run(work);
    }
}
