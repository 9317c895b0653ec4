package madoguchi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** A person who uses the keyboard alone. */
final class Keyboard {

    private static final String FOCUSED = "selector => { let at = document.activeElement;"
            + " while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;"
            + " return at?.matches(selector) ? getComputedStyle(at).outlineStyle : ''; }";
    private static final int PATIENCE = 80;

    private Keyboard() {}

    /** Tabs until this has the focus, which must be visible, and presses Enter. */
    static void press(Page page, String selector) {
        tabTo(page, selector);
        page.keyboard().press("Enter");
    }

    static void tabTo(Page page, String selector) {
        for (int i = 0; i < PATIENCE; i++) {
            page.keyboard().press("Tab");
            String outline = (String) page.evaluate(FOCUSED, selector);
            if (!outline.isEmpty()) {
                assertThat(outline).as("outline of " + selector).isNotEqualTo("none");
                return;
            }
        }
        throw new AssertionError("focus: never on " + selector);
    }
}
