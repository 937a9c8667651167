package io.kehu.servicedesk.answer;

import io.kehu.platform.web.Sha256;
import java.util.Base64;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The frame of all pages that customers see, with whatever it is given written so that no browser takes it for markup. */
final class Page {

    static final String MEDIA_TYPE = "text/html;charset=UTF-8";

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:1.0625rem/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:0 auto;max-width:40rem;padding:1.5rem}
            h1{font-size:1.6rem;line-height:1.3}h2{font-size:1.15rem;margin:0 0 .5rem}
            fieldset{border:0;border-left:.25rem solid transparent;margin:0 0 1.75rem;padding:0 0 0 .75rem;min-width:0}
            legend,.question{display:block;font-weight:600;padding:0;margin-bottom:.4rem}
            .faulty{border-left-color:#c5221f}.error{color:#c5221f;font-weight:600;margin:.2rem 0}
            @media(prefers-color-scheme:dark){.error{color:#f6aea9}}
            .scores{display:flex;flex-wrap:wrap;gap:.4rem}
            .scores label{display:flex;align-items:center;gap:.35rem;border:1px solid #80868b;border-radius:.4rem;min-height:2.75rem;padding:0 .7rem}
            .scores label:focus-within,textarea:focus,button:focus,a:focus,.summary:focus{outline:.2rem solid #1a73e8;outline-offset:.1rem}
            .hint{margin:.1rem 0 .5rem}.part{border-left:.25rem solid transparent;margin-bottom:1.75rem;padding-left:.75rem}
            textarea{box-sizing:border-box;font:inherit;min-height:7rem;width:100%}
            button{background:#1a56b8;border:0;border-radius:.4rem;color:#fff;font:inherit;font-weight:600;min-height:2.75rem;padding:.4rem 1.6rem}
            .summary{border:.2rem solid #c5221f;margin-bottom:1.5rem;padding:1rem}
            """;

    /** Only the style above counts, known by its hash. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Page() {}

    /**
     * A whole page. Its link stays secret outside, but its own form may say where it comes from: of a page without any
     * referrer browsers send {@code Origin: null}, which the gateway refuses.
     */
    static String frame(Locale locale, String title, String content) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex, nofollow">
                <meta name="referrer" content="same-origin">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                %s
                </main>
                </body>
                </html>
                """.formatted(locale.toLanguageTag(), escape(title), STYLE, content);
    }

    /** A page that only tells something, and nothing of any survey. */
    static String message(Locale locale, String what, String more) {
        var title = text(locale, what + ".title");
        var sentence = more == null ? text(locale, what + ".text") : more;
        return frame(locale, title, "<h1>%s</h1>\n<p>%s</p>".formatted(escape(title), lines(sentence)));
    }

    static String text(Locale locale, String key) {
        try {
            return ResourceBundle.getBundle(
                            "answer.page",
                            locale.getLanguage().equals("en") ? Locale.ROOT : locale,
                            Page.class.getClassLoader(),
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(key);
        } catch (MissingResourceException e) {
            throw new IllegalStateException(e);
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The same with its lines kept apart. */
    static String lines(String text) {
        return escape(text).replace("\n", "<br>");
    }

    private static String hash(String text) {
        return Base64.getEncoder().encodeToString(Sha256.of(text));
    }
}
