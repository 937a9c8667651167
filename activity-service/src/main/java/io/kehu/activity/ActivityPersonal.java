package io.kehu.activity;

import java.util.Set;

/** What was said and by whom: never leaves this service unsealed. */
public record ActivityPersonal(
        String subject, String content, Set<String> participants, String needs, String feedback) {}
