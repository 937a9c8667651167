package io.kehu.platform.web;

import java.net.InetAddress;
import java.util.List;

/** The networks of those who are believed when they tell on whose behalf they ask. */
record TrustedProxies(List<Network> networks) {

    /** The addresses that begin with the first {@code bits} of {@code start}. */
    private record Network(byte[] start, int bits) {

        static Network of(String text) {
            var slash = text.indexOf('/');
            var start = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                    .getAddress();
            var bits = slash < 0 ? start.length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > start.length * Byte.SIZE) {
                throw new IllegalArgumentException("No network: " + text);
            }
            return new Network(start, bits);
        }

        boolean has(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> bit % Byte.SIZE;
                if (((address[bit / Byte.SIZE] ^ start[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * @param networks such as {@code 10.0.0.0/8} or single addresses
     * @throws IllegalArgumentException if one is none
     */
    static TrustedProxies of(List<String> networks) {
        return new TrustedProxies(
                networks.stream().map(String::strip).map(Network::of).toList());
    }

    /**
     * Whose request it is.
     *
     * @param peer who is connected
     * @param told for whom it says that it asks, or null
     */
    String client(String peer, String told) {
        return told != null && trust(peer) ? told : peer;
    }

    private boolean trust(String peer) {
        var zone = peer.indexOf('%');
        var address =
                InetAddress.ofLiteral(zone < 0 ? peer : peer.substring(0, zone)).getAddress();
        return networks.stream().anyMatch(network -> network.has(address));
    }
}
