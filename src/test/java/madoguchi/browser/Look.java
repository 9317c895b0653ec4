package madoguchi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks at pages as everybody may see them: both languages × light, dark and forced colours, 320 pixels wide and wide. With
 * the environment variable {@code PICTURES} each look is also kept in that folder, for people to look at.
 */
final class Look {

    private static final String PICTURES = System.getenv("PICTURES");
    private static final int NARROW = 320;
    private static final int WIDE = 1280;

    private final List<String> faults = new ArrayList<>();

    /** A page that has a button for each language. */
    void at(Page page, String state) {
        for (String language : List.of("ja", "en")) {
            page.evaluate("language => document.querySelector(`[data-lang=${language}]`).click()", language);
            page.waitForFunction("language => document.documentElement.lang === language", language);
            narrow(page, state + " " + language);
            page.setViewportSize(WIDE, 800);
            once(page, ColorScheme.LIGHT, ForcedColors.NONE, state + " " + language + " wide");
        }
    }

    /** A page in the language it now speaks. */
    void narrow(Page page, String state) {
        page.setViewportSize(NARROW, 800);
        once(page, ColorScheme.DARK, ForcedColors.NONE, state + " dark");
        once(page, ColorScheme.LIGHT, ForcedColors.ACTIVE, state + " forced");
        once(page, ColorScheme.LIGHT, ForcedColors.NONE, state);
        if ((Boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth")) {
            faults.add(state + ": wider than the window");
        }
    }

    private void once(Page page, ColorScheme scheme, ForcedColors forced, String look) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setForcedColors(forced));
        Axe.violations(page).forEach(fault -> faults.add(look + ": " + fault));
        picture(page, look);
    }

    static void picture(Page page, String name) {
        if (PICTURES != null) {
            Path file = Path.of(PICTURES, name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        }
    }

    void foundNoFaults() {
        assertThat(faults).isEmpty();
    }
}
