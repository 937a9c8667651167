package io.kehu.opportunity;

import io.kehu.platform.directory.Directory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges who shares in a deal, as owners are judged. */
@ApplicationScoped
class TeamShares {

    private final Directory directory;

    TeamShares(Directory directory) {
        this.directory = directory;
    }

    /**
     * The teams of those who share in it, by username. Fails with 422 naming whoever is new and no user, or is disabled; who
     * shares in it already may have left.
     */
    Map<String, String> teams(List<TeamShare> before, List<TeamShare> after) {
        var teams = new HashMap<String, String>();
        before.forEach(share -> teams.put(share.username(), share.team()));
        for (var index = 0; index < after.size(); index++) {
            var share = after.get(index);
            if (!teams.containsKey(share.username())) {
                var field = "split[" + index + "].username";
                teams.put(share.username(), directory.assign(field, share.username(), share.team()));
            }
        }
        return teams;
    }
}
