package io.kehu.local.demo.invention;

/** A user of the shipped realm who owns customers. */
public enum Seller {
    EAST("rep", "/sales/east"),
    WEST("rep-west", "/sales/west"),
    MANAGER("manager", "/sales");

    private final String username;
    private final String team;

    Seller(String username, String team) {
        this.username = username;
        this.team = team;
    }

    public String username() {
        return username;
    }

    public String team() {
        return team;
    }
}
