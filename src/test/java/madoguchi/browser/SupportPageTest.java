package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import io.vertx.core.json.JsonObject;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo's support page. */
class SupportPageTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer();

    private Page open(BrowserContext person, String query) {
        Page page = person.newPage();
        page.navigate(server.url() + "/" + query);
        page.locator("madoguchi-call [part=status]", new Page.LocatorOptions().setHasText("0"))
                .waitFor();
        return page;
    }

    @ParameterizedTest
    @CsvSource({"ja-JP,'',ja", "en-GB,'',en", "fr,'',en", "ja-JP,?lang=en,en", "en-GB,?lang=ja,ja"})
    void language_isTheAddressesOrTheBrowsers(String browser, String query, String shown) {
        Page page = open(BROWSER.person(browser), query);

        assertThat(page.locator("html")).hasAttribute("lang", shown);
        assertThat(page.locator("h1:visible")).hasCount(1);
        assertThat(page.locator("article:visible")).hasAttribute("lang", shown);
    }

    @Test
    void switchPressedByKeyboard_changesPageAndButton() {
        Page page = open(BROWSER.person("ja"), "");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page).hasTitle("IT Support Desk");
        assertThat(page.locator("madoguchi-call [part=title]")).hasText("Start an Online Call");
        page.reload();
        assertThat(page).hasTitle("IT Support Desk");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | Before you call; 8:25–18:30; 29 December to 2 January; Student operators; supervised; Questions about exams; \
                         e-mail form; range for the wait; Neither we nor you record; one window; asked each time; allow the microphone
                    ja | おかけになる前に; 8:25〜18:30; 12月29日〜1月2日; 学生スタッフ; 監督; 試験に関するご質問; メールフォーム; 待ち時間のめやす; \
                         録音・録画は; ウィンドウ1つだけ; その都度お尋ねします; マイクを許可するには
                    """)
    void page_saysHowTheDeskWorks(String lang, String facts) {
        Page page = open(BROWSER.person(lang), "");

        for (String fact : facts.split(";\\s*", -1)) {
            assertThat(page.locator("article:visible")).containsText(fact);
        }
    }

    @Test
    void page_storesNothing() {
        BrowserContext person = BROWSER.person("ja");
        Page page = open(person, "");
        page.locator("#switch").click();

        assertThat(new JsonObject(person.storageState())).isEqualTo(new JsonObject("{\"cookies\":[],\"origins\":[]}"));
    }

    @Test
    void withoutScripts_bothLanguagesCanBeRead() {
        BrowserContext person = BROWSER.person(new NewContextOptions().setJavaScriptEnabled(false));
        Page page = person.newPage();
        page.navigate(server.url() + "/");

        assertThat(page.locator("article:visible")).hasCount(2);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,NONE", "DARK,NONE", "LIGHT,ACTIVE"})
    void page_isAccessibleAt320Pixels(ColorScheme scheme, ForcedColors forced) {
        BrowserContext person = BROWSER.person(new NewContextOptions()
                .setViewportSize(320, 640)
                .setColorScheme(scheme)
                .setForcedColors(forced));
        for (String lang : new String[] {"ja", "en"}) {
            Page page = open(person, "?lang=" + lang);
            assertThat(Axe.violations(page)).isEmpty();
            Look.picture(page, "support " + lang + " " + scheme + " " + forced);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= 320"))
                    .isEqualTo(true);
        }
    }
}
