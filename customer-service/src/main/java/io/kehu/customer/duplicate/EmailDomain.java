package io.kehu.customer.duplicate;

import java.util.Locale;
import java.util.Set;

/** The domain of an e-mail address, where it says to which company it belongs. */
public final class EmailDomain {

    private static final Set<String> FREE = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "msn.com",
            "yahoo.com",
            "yahoo.com.cn",
            "yahoo.cn",
            "icloud.com",
            "me.com",
            "aol.com",
            "proton.me",
            "protonmail.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "t-online.de",
            "mail.ru",
            "yandex.ru",
            "zoho.com",
            "qq.com",
            "vip.qq.com",
            "foxmail.com",
            "163.com",
            "vip.163.com",
            "126.com",
            "yeah.net",
            "188.com",
            "sina.com",
            "sina.cn",
            "vip.sina.com",
            "sohu.com",
            "aliyun.com",
            "139.com",
            "189.cn",
            "wo.cn",
            "21cn.com",
            "tom.com",
            "263.net");

    private EmailDomain() {}

    /** Null for the addresses of free mail providers. */
    public static String of(String email) {
        if (email == null || email.indexOf('@') < 0) {
            return null;
        }
        var domain = email.substring(email.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
        return domain.isEmpty() || FREE.contains(domain) ? null : domain;
    }
}
