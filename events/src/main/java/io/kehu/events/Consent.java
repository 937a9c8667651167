package io.kehu.events;

import java.time.Instant;

/**
 * What a person has agreed to 授权同意, as published.
 *
 * @param basis     the legal ground, for instance CONSENT or CONTRACT
 * @param withdrawn when it was taken back, or null while it holds
 */
public record Consent(String purpose, String basis, Instant given, Instant withdrawn) {}
