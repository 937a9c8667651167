package io.kehu.local.demo.invention;

/**
 * The made-up contract of a won deal.
 *
 * @param steps how many of submitting, approving, signing, starting and completing it has seen
 */
public record MadeContract(int steps, String paymentTerms) {}
