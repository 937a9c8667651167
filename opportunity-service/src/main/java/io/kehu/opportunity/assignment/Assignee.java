package io.kehu.opportunity.assignment;

/** Whom a rule has chosen. */
public record Assignee(String username, String team, String rule) {}
