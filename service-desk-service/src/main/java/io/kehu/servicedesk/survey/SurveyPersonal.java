package io.kehu.servicedesk.survey;

/** What the customer said in words, which may name people: it never leaves this service unsealed. */
public record SurveyPersonal(String comment) {}
