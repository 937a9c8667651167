/**
 * Fills the running suite as a customer would: users through Keycloak's admin API, everything else through the public API.
 */
package io.kehu.local.demo;
