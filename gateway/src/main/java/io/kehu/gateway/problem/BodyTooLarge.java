package io.kehu.gateway.problem;

import java.io.IOException;

/** A body went on beyond the limit; as an {@link IOException} it passes through whatever reads the body. */
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;
}
