package io.kehu.local.demo.sales;

/**
 * A person who gets a login.
 *
 * @param role job role of the realm
 * @param team path of the group, for instance {@code /central/dustin-brinkmann}
 */
record DemoUser(String username, String firstName, String lastName, String role, String team) {

    /** Everything before the last word is the first name. */
    static DemoUser named(String name, String role, String team) {
        var split = name.lastIndexOf(' ');
        return new DemoUser(Slug.of(name), name.substring(0, split), name.substring(split + 1), role, team);
    }

    String email() {
        return username + "@example.com";
    }
}
