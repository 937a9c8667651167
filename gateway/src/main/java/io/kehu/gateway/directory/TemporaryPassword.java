package io.kehu.gateway.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Told once and kept nowhere; Keycloak asks for a new password at the first login. */
@Schema(description = "A password for one login 临时密码; it is shown this once")
record TemporaryPassword(String username, String temporaryPassword) {

    @Override
    public String toString() {
        return "TemporaryPassword of " + username;
    }
}
