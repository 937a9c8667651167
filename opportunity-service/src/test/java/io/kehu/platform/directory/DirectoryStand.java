package io.kehu.platform.directory;

import java.net.URI;

/** A directory that asks, which those of tests else do not. */
public final class DirectoryStand {

    private DirectoryStand() {}

    public static Directory at(URI gateway) {
        return new Directory(new DirectoryClient(gateway, () -> "Bearer service"), true);
    }
}
