package io.kehu.platform.directory;

/**
 * A user, as far as the owners of records need it.
 *
 * @param team group path, or null
 */
record User(String username, String team, boolean enabled) {}
