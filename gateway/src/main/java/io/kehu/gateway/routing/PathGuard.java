package io.kehu.gateway.routing;

/**
 * Refuses every path that two parsers could read differently. Authorization by path has been bypassed that way more
 * than once, and no path of the API needs such characters.
 */
final class PathGuard {

    private static final String PLAIN = "-._~!$&'()*+,=:@";

    private PathGuard() {}

    /** Whether the raw path of a request is safe to route by. */
    static boolean accepts(String path) {
        return path.startsWith("/") && !path.contains("//") && acceptsCharacters(path) && acceptsSegments(path);
    }

    private static boolean acceptsCharacters(String path) {
        for (var position = 0; position < path.length(); position++) {
            var character = path.charAt(position);
            if (character == '%') {
                if (position + 2 >= path.length()
                        || !acceptsEscape(path.charAt(position + 1), path.charAt(position + 2))) {
                    return false;
                }
                position += 2;
            } else if (character != '/' && PLAIN.indexOf(character) < 0 && !isLetterOrDigit(character)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }

    /** An escape may stand for text, never for what gives a path its shape. */
    private static boolean acceptsEscape(char high, char low) {
        var value = Character.digit(high, 16) * 16 + Character.digit(low, 16);
        if (Character.digit(high, 16) < 0 || Character.digit(low, 16) < 0) {
            return false;
        }
        return value > 0x1f && value != 0x7f && "./\\;%?#".indexOf(value) < 0;
    }

    private static boolean acceptsSegments(String path) {
        for (var segment : path.split("/")) {
            if (segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }
}
