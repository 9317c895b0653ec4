package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A microphone that is muted where no browser can see it. */
class SilentMicrophoneTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser().with("--use-file-for-fake-audio-capture=" + silence());

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(Room.desk());

    private static Path silence() {
        try {
            Path file = Files.createTempFile("silence", ".wav");
            AudioFormat format = new AudioFormat(48_000, 16, 1, true, false);
            byte[] second = new byte[96_000];
            AudioSystem.write(
                    new AudioInputStream(new ByteArrayInputStream(second), format, 48_000),
                    AudioFileFormat.Type.WAVE,
                    file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void silence_isRecognisedWithinSixSeconds() {
        Page page = BROWSER.page("en");
        page.clock().install();
        Room room = Room.waiting(page, server.url());
        page.clock().pauseAt(System.currentTimeMillis() + 60_000);

        room.press("rehearse");
        assertThat(room.one("#rehearsal-text")).hasText("Please say a few words.");
        page.clock().runFor(4_500);
        assertThat(room.one("#cure")).isHidden();
        page.clock().runFor(1_500);

        assertThat(room.one("#cure-title")).hasText("We cannot hear you");
    }
}
