package io.kehu.platform.exchange;

import java.util.List;

/** A row that was not taken, as it stood in the file, and why, in words. */
record RejectedRow(long number, List<String> cells, String reasons) {}
