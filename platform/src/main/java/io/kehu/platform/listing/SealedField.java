package io.kehu.platform.listing;

import io.kehu.platform.personal.BlindIndex;

/** A field that is stored sealed and found only by the blind index at {@code path}. */
record SealedField(String path, BlindIndex index) {}
