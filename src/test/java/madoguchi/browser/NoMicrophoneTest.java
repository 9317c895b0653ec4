package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A computer without a microphone. */
class NoMicrophoneTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser().withoutMicrophone();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(Room.desk());

    @Test
    void noDevice_isSaid_andTheMailFormNamesTheTicket() {
        Room room = Room.waiting(BROWSER.page("ja"), server.url());

        room.rehearseInVain("マイクが見つかりません");

        String reference = room.one("#reference").textContent();
        assertThat(room.one("#mail-link")).hasAttribute("href", "https://mail.test/ja?r=" + reference);
    }
}
