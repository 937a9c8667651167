package io.kehu.servicedesk.improvement;

/** What is to be done in words, which may name people: it never leaves this service unsealed. */
public record ImprovementPersonal(String description) {}
