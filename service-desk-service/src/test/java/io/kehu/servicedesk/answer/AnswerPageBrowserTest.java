package io.kehu.servicedesk.answer;

import static io.kehu.servicedesk.questionnaire.Asking.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A customer without a mouse answers in a real browser, with scripts and without. */
@QuarkusTest
class AnswerPageBrowserTest {

    @TestHTTPResource
    URI service;

    @TempDir
    Path folder;

    private Browser browser(String language, boolean scripts) throws IOException {
        var installed = Browser.installed();
        assumeTrue(installed.isPresent(), "no Chromium here: the page is not tried in a browser");
        return new Browser(installed.get(), folder, language, scripts);
    }

    private String address(Links link) {
        return service.resolve(link.path()).toString();
    }

    @Test
    void isAnsweredByKeyboardInChineseWithoutScripts() throws IOException {
        var link = Links.make("CSAT", "");
        try (var browser = browser("zh-CN", false)) {
            browser.open(address(link));
            assertThat(browser.page()).contains("lang=\"zh-CN\"", "总体满意吗？");
            browser.press("Tab");
            assertThat(browser.focused()).isEqualTo("radio 1");
            browser.press(" ", "ArrowRight", "ArrowRight", "ArrowRight");
            assertThat(browser.focused()).isEqualTo("radio 4");
            browser.press("Tab", " ", "ArrowRight", "Tab");
            assertThat(browser.focused()).startsWith("textbox 还有什么？");
            browser.write("王先生很好 <b>&</b>");
            browser.press("Tab");
            assertThat(browser.focused()).isEqualTo("button 提交");
            browser.send("Enter");
            assertThat(browser.page()).contains("<h1>谢谢</h1>", "多谢");
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.sent("POST", "Origin"))
                    .as("a gateway takes it for its own page")
                    .containsExactly(service.getScheme() + "://" + service.getAuthority());
            browser.open(address(link));
            assertThat(browser.page()).contains("已经评价");
        }
        admin().get(link.survey())
                .then()
                .body("score", equalTo(4))
                .body("scores.PRICE", equalTo(2))
                .body("comment", equalTo("王先生很好 <b>&</b>"));
    }

    @Test
    void leadsToWhatIsMissingInEnglish() throws IOException {
        var link = Links.make("NPS", "");
        try (var browser = browser("en-US", true)) {
            browser.open(address(link));
            browser.press("Tab", "Tab", " ", "ArrowRight", "Tab");
            browser.write("Too dear");
            browser.press("Tab");
            browser.send("Enter");
            assertThat(browser.page()).contains("<title>Error: Your opinion</title>");
            assertThat(browser.focused()).startsWith("alert");
            browser.press("Tab");
            assertThat(browser.focused()).isEqualTo("link All in all?");
            browser.press("Enter", " ");
            assertThat(browser.focused()).isEqualTo("radio 0");
            browser.press("ArrowRight", "Tab", "Tab", "Tab");
            browser.send("Enter");
            assertThat(browser.page()).contains("<h1>Thank you</h1>");
            assertThat(browser.complaints()).isEmpty();
        }
        admin().get(link.survey())
                .then()
                .body("score", equalTo(1))
                .body("scores.PRICE", equalTo(1))
                .body("comment", equalTo("Too dear"))
                .body("detractor", equalTo(true));
    }
}
