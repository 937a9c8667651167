package io.kehu.platform.exchange;

/** All that a job needs to know of its file to read it, settled when it is uploaded. */
record ImportPlan(ImportMapping mapping, FileLayout layout) {}
