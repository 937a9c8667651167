package io.kehu.servicedesk.visit;

/** What is written of a return visit in words, which may name people: it never leaves this service unsealed. */
public record VisitPersonal(String purpose, String result, String reason) {}
