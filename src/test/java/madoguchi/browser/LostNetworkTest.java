package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The network goes and comes back; streams are short here, so that the loss is noticed soon. */
class LostNetworkTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer()
            .withFile(Room.desk())
            .with("MADOGUCHI_STREAM_MAXAGELOW", "1s")
            .with("MADOGUCHI_STREAM_MAXAGEHIGH", "2s");

    @Test
    void lostNetwork_ofOneWithoutAPlace_promisesNone() {
        Room room = Room.at(BROWSER.page("en"), server.url());
        room.shows("start");

        room.page().context().setOffline(true);
        assertThat(room.one("#connection"))
                .hasText(
                        Pattern.compile("The connection is broken. We are trying again by ourselves. Last news at .*"));
    }

    @Test
    void lostNetwork_isSaidAndMendsByItself() {
        Room room = Room.waiting(BROWSER.page("en"), server.url());

        room.page().context().setOffline(true);
        assertThat(room.one("#connection")).containsText("Your place is kept.");

        room.page().context().setOffline(false);
        assertThat(room.one("#connection")).isHidden();
        assertThat(room.one("#position")).hasText("1");
    }
}
