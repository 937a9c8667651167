package io.kehu.platform.access;

/** How a sensitive value is shown to whoever lacks {@code pii:read} 脱敏. */
public enum Masking {
    /** {@code +86138****1234}: the country's code, the first three and last four digits stay. */
    PHONE {
        @Override
        public String mask(String value) {
            return value.startsWith(HOME) ? HOME + shortened(value.substring(HOME.length())) : shortened(value);
        }

        private String shortened(String value) {
            return value.length() <= 7 ? "****" : value.substring(0, 3) + "****" + value.substring(value.length() - 4);
        }
    },
    /** {@code l****@example.com}: the first letter and the domain stay. */
    EMAIL {
        @Override
        public String mask(String value) {
            var at = value.indexOf('@');
            return at < 1 ? "****" : value.charAt(0) + "****" + value.substring(at);
        }
    },
    /** {@code ****1234}: the last four characters of an account or tax number stay. */
    ACCOUNT {
        @Override
        public String mask(String value) {
            return value.length() <= 8 ? "****" : "****" + value.substring(value.length() - 4);
        }
    };

    private static final String HOME = "+86";

    public abstract String mask(String value);
}
