package io.kehu.gateway.directory;

import java.util.List;

/**
 * All users and teams at one moment, so that lists can be filtered by anything, sorted, and paged by key, which Keycloak's
 * own queries cannot.
 *
 * @param people by username
 * @param teams  by path
 */
record Roster(List<Person> people, List<Team> teams) {

    /**
     * @param id    Keycloak's own id
     * @param label what people read, never empty
     */
    record Team(String id, String path, String label, long members, int below) {

        String parent() {
            var slash = path.lastIndexOf('/');
            return slash == 0 ? null : path.substring(0, slash);
        }
    }
}
