package io.kehu.gateway.problem;

import java.util.Locale;

/** Everything that the gateway's own resources refuse, with the codes that the services use for the same. */
public enum Refusal {
    INVALID(400, "validation.failed", "The request has fields that are not valid; see errors.", "请求中有字段不合法,详见 errors。"),
    IMPOSSIBLE(
            422, "validation.failed", "The request has fields that are not valid; see errors.", "请求中有字段不合法,详见 errors。"),
    MALFORMED(400, "request.malformed", "The body is not the JSON that is expected: %s", "请求体不是所需的 JSON:%s"),
    UNAUTHENTICATED(401, "authentication.required", "A valid access token is needed.", "需要有效的访问令牌。"),
    DENIED(403, "access.denied", "Your permissions do not include this operation.", "您的权限不包含此操作。"),
    ROUTE(404, "route.not-found", "Nothing is served at this path.", "此路径没有内容。"),
    NOT_FOUND(404, "not-found", "There is no %s %s, or you may not see it.", "%s %s 不存在,或您无权查看。"),
    METHOD(405, "method.not-allowed", "This path does not take this method.", "此路径不支持该方法。"),
    UNACCEPTABLE(406, "not-acceptable", "This cannot be answered in the media type asked for.", "无法以所请求的媒体类型回答。"),
    TOO_LARGE(413, "request.too-large", "The request is larger than what is taken here.", "请求超过允许的大小。"),
    MEDIA_TYPE(415, "media-type.unsupported", "A body of this media type is not taken here.", "此处不接受该媒体类型的请求体。"),
    STALE(412, "version.stale", "The record has changed since: its version is now %s.", "记录已被修改:当前版本为 %s。"),
    INTERNAL(500, "internal", "Something went wrong on our side. Tell us the traceId.", "我们这边出了问题,请告知 traceId。"),
    AWAY(503, "identity.unavailable", "The identity server does not answer; try again soon.", "身份服务器无响应,请稍后再试。"),
    LIMIT(400, "limit.range", "The limit must be between 1 and %s.", "limit 必须在 1 与 %s 之间。"),
    CURSOR(400, "cursor.invalid", "The cursor does not belong to this list and filter.", "游标与此列表或筛选不符。"),
    FILTER(400, "filter.malformed", "The filter cannot be read: %s", "无法解析筛选条件:%s"),
    FILTER_FIELD(400, "filter.field", "There is no filter on '%s'. Filters: %s", "不能按“%s”筛选。可用字段:%s"),
    FILTER_VALUE(400, "filter.value", "'%2$s' does not fit the field '%1$s'.", "“%2$s”与字段“%1$s”不符。"),
    FILTER_OPERATOR(
            400, "filter.operator", "The operator %2$s does not fit the field '%1$s'.", "运算符 %2$s 不适用于字段“%1$s”。"),
    FILTER_SIZE(400, "filter.too-many", "A filter has at most %s conditions.", "筛选条件最多 %s 个。"),
    USERNAME_TAKEN(409, "user.username-taken", "There is a user of this name.", "该用户名已存在。"),
    USERNAME_USED(
            409, "user.username-used", "A user had this name before; names are never used again.", "该用户名曾被使用,不可再次使用。"),
    EMAIL_TAKEN(409, "user.email-taken", "Another user has this e-mail address.", "该邮箱属于另一位用户。"),
    SELF_DISABLE(409, "user.self-disable", "You cannot disable yourself.", "不能停用自己。"),
    SELF_DEMOTION(
            409, "user.self-demotion", "You cannot take your own right to administer users away.", "不能取消自己的用户管理权限。"),
    SELF_MOVE(
            403,
            "user.self-move",
            "Only a user administrator (user:admin) moves himself; a team decides which rows are seen.",
            "只有用户管理员(user:admin)可以调动自己;部门决定可见的数据。"),
    LAST_ADMINISTRATOR(
            409,
            "user.last-administrator",
            "No enabled user would be left who may administer users.",
            "将没有任何启用的用户可以管理用户。"),
    ABOVE(
            403,
            "user.above-you",
            "This user has permissions that you lack; only a user administrator may change it.",
            "该用户拥有您没有的权限,只有用户管理员可以修改。"),
    ROLES_DENIED(
            403,
            "user.roles-denied",
            "Only a user administrator (user:admin) may give roles.",
            "只有用户管理员(user:admin)可以分配角色。"),
    TEAM_TAKEN(409, "team.path-taken", "There is a team at this path.", "该路径已有团队。"),
    TEAM_USED(
            409, "team.path-used", "A team stood at this path before; paths are never used again.", "该路径曾有团队,不可再次使用。"),
    TEAM_IN_USE(409, "team.in-use", "The team still has %s members and %s teams below it.", "该团队仍有 %s 名成员和 %s 个下级团队。"),
    ROLE_IN_USE(409, "role.in-use", "%s users and programs still have the role.", "仍有 %s 个用户或程序拥有该角色。"),
    ROLE_NEEDED(
            409,
            "role.needed",
            "The suite rests on the role %s, which keeps these permissions: %s",
            "系统依赖角色 %s,它必须保留以下权限:%s"),
    FIELD_UNKNOWN(400, "field.unknown", "There is no field of this name. Known fields: %s", "没有这个字段。可用字段:%s"),
    FIELD_TYPE(400, "field.type", "The value does not fit the type of the field.", "值与字段类型不符。"),
    FIELD_VALUE(400, "field.invalid", "The value is not taken here: %s", "该值不被接受:%s"),
    FIELD_MASKED(
            422,
            "field.masked",
            "A masked value cannot be stored; leave the field out to keep the present value.",
            "脱敏后的值不能保存;如需保留原值请不要发送该字段。"),
    PARAMETER_UNKNOWN(
            400,
            "parameter.unknown",
            "There is no query parameter of this name. Known parameters: %s",
            "没有这个查询参数。可用参数:%s"),
    PARAMETER(400, "parameter.invalid", "A query parameter has a value that does not fit.", "查询参数的值不合法。"),
    TEAM_UNKNOWN(422, "team.unknown", "There is no team %s.", "团队 %s 不存在。"),
    ROLE_UNKNOWN(422, "role.unknown", "There is no job role %s.", "角色 %s 不存在。"),
    ROLE_NAME(
            422,
            "role.name",
            "A job role is named by 2 to 50 small letters, digits and hyphens, the first a letter, and not like Keycloak's own.",
            "角色名为 2 至 50 个小写字母、数字或连字符,以字母开头,且不与 Keycloak 自带角色同名。"),
    PERMISSION_UNKNOWN(422, "permission.unknown", "There is no permission %s.", "权限 %s 不存在。");

    private final int status;
    private final String code;
    private final String english;
    private final String chinese;

    Refusal(int status, String code, String english, String chinese) {
        this.status = status;
        this.code = code;
        this.english = english;
        this.chinese = chinese;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String detail(Locale locale, Object... arguments) {
        return (locale.getLanguage().equals("zh") ? chinese : english).formatted(arguments);
    }
}
