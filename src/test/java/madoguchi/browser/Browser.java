package madoguchi.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Chromium with a fake microphone, one for a test class; register it as a static field. Each {@link #person} has a
 * profile of their own and is gone after the test. A page's uncaught error fails the test.
 */
public final class Browser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    /** How long anything awaited may take. What comes is not waited for longer; what never comes fails, even on a slow machine. */
    private static final double PATIENCE_MILLIS = 60_000;

    private final List<String> arguments = new ArrayList<>(List.of(
            "--no-sandbox",
            "--disable-quic",
            "--disable-background-networking",
            "--use-fake-device-for-media-stream=display-media-type=window",
            "--allow-loopback-in-peer-connection"));
    private final List<String> left = new ArrayList<>();
    private final List<BrowserContext> people = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private @Nullable Playwright playwright;
    private com.microsoft.playwright.@Nullable Browser chromium;

    /** Starts Chromium with these arguments as well. */
    public Browser with(String... more) {
        arguments.addAll(List.of(more));
        return this;
    }

    /** Leaves out default arguments of Playwright, which hide what some tests are about (pop-ups, throttling, bfcache). */
    public Browser without(String... defaults) {
        left.addAll(List.of(defaults));
        return this;
    }

    /** On a computer that has no microphone at all. */
    public Browser withoutMicrophone() {
        arguments.removeIf(argument -> argument.startsWith("--use-fake-device"));
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright started = Playwright.create();
        playwright = started;
        chromium = started.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.executable())
                        .setTimeout(PATIENCE_MILLIS)
                        .setIgnoreDefaultArgs(left)
                        .setArgs(arguments));
    }

    /** Somebody with a browser profile of their own, who reads this language (a tag as {@code ja}). */
    public BrowserContext person(String language) {
        return person(new com.microsoft.playwright.Browser.NewContextOptions().setLocale(language));
    }

    /** Somebody with a browser profile of their own. */
    public BrowserContext person(com.microsoft.playwright.Browser.NewContextOptions options) {
        if (chromium == null) {
            throw new IllegalStateException("browser: not started (expected: a static @RegisterExtension field)");
        }
        BrowserContext person = chromium.newContext(options);
        person.setDefaultTimeout(PATIENCE_MILLIS);
        person.onWebError(error -> errors.add(error.error()));
        people.add(person);
        return person;
    }

    /** A page of somebody new who allows the microphone. */
    public Page page(String language) {
        BrowserContext person = person(language);
        person.grantPermissions(List.of("microphone"));
        return person.newPage();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        people.forEach(BrowserContext::close);
        people.clear();
        List<String> seen = List.copyOf(errors);
        errors.clear();
        if (!seen.isEmpty()) {
            throw new AssertionError("uncaught in a page: " + seen);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }
}
