package madoguchi.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** What really arrives at one end of a call, by the browser's own count. */
final class Media {

    /** Keeps each page's connections in sight, to measure what arrives. */
    private static final String WATCH = "window.made = []; const Native = RTCPeerConnection;"
            + " window.RTCPeerConnection = class extends Native {"
            + " constructor(...given) { super(...given); window.made.push(this); } };";

    private static final String ARRIVED = "async ([kind, measure, least]) => {"
            + " const report = await window.made.at(-1)?.getStats(); if (!report) return false;"
            + " const inbound = [...report.values()].find((one) => one.type === 'inbound-rtp' && one.kind === kind);"
            + " return (inbound?.[measure] ?? 0) > least; }";

    private Media() {}

    /** To be called before the person opens their first page. */
    static void watch(BrowserContext person) {
        person.addInitScript(WATCH);
    }

    /** Waits until sound of a measured level has arrived. */
    static void hears(Page page) {
        arrives(page, "audio", "totalAudioEnergy", 0.001);
    }

    /** Waits until frames of the shared window have arrived. */
    static void seesFrames(Page page) {
        arrives(page, "video", "framesDecoded", 3);
    }

    /** {@code waitForFunction} would not wait for what an asynchronous function finds. */
    private static void arrives(Page page, Object... what) {
        page.waitForCondition(() -> page.evaluate(ARRIVED, what).equals(true));
    }
}
