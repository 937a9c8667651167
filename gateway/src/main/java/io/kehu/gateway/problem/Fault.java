package io.kehu.gateway.problem;

import java.util.Locale;

/** Everything that the gateway itself refuses or fails at; the rest is the services' to tell. */
public enum Fault {
    PATH_REFUSED(400, "path.hostile", "The path holds characters that are not accepted.", "路径中含有不接受的字符。"),
    MALFORMED(400, "request.malformed", "The request is not well-formed HTTP.", "请求不是合法的 HTTP 报文。"),
    UNAUTHENTICATED(401, "authentication.required", "A valid access token is needed.", "需要有效的访问令牌。"),
    UNKNOWN_ROUTE(404, "route.not-found", "Nothing is served at this path.", "此路径没有内容。"),
    TOO_LARGE(413, "request.too-large", "The body is larger than %s MB.", "请求体超过 %s MB。"),
    QUERY_TOO_LONG(414, "request.query-too-long", "The query is longer than %s characters.", "查询字符串超过 %s 个字符。"),
    TOO_MANY(429, "request.rate-limited", "Too many requests; try again in %s s.", "请求过于频繁，请 %s 秒后再试。"),
    INTERNAL(500, "internal", "Something went wrong on our side. Tell us the traceId.", "我们这边出了问题，请告知 traceId。"),
    UNAVAILABLE(503, "service.unavailable", "The %s does not answer; try again soon.", "%s 暂时不可用，请稍后再试。"),
    IDENTITY_UNAVAILABLE(
            503,
            "identity.unavailable",
            "Tokens cannot be checked because the identity server does not answer; try again soon.",
            "身份服务器无响应，暂时无法校验令牌，请稍后再试。"),
    TIMEOUT(504, "service.timeout", "The %s took too long to answer.", "%s 响应超时。");

    private final int status;
    private final String code;
    private final String english;
    private final String chinese;

    Fault(int status, String code, String english, String chinese) {
        this.status = status;
        this.code = code;
        this.english = english;
        this.chinese = chinese;
    }

    public int status() {
        return status;
    }

    String code() {
        return code;
    }

    String detail(Locale locale, Object... arguments) {
        var chosen = Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? chinese : english;
        return chosen.formatted(arguments);
    }
}
