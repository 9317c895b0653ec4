package madoguchi.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameTest {

    @Test
    void of_oneLine_isEventIdDataAndABlankLine() {
        assertThat(text("desk", "7", "{\"waiting\":2}")).isEqualTo("event: desk\nid: 7\ndata: {\"waiting\":2}\n\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\r\nb"})
    void of_everyLineEnd_splitsTheData(String data) {
        assertThat(text("desk", "7", data)).endsWith("\ndata: a\ndata: b\n\n");
    }

    @Test
    void of_mixedLineEnds_keepsEmptyLines() {
        assertThat(text("e", "1", "\n\r\r\n")).isEqualTo("event: e\nid: 1\ndata: \ndata: \ndata: \ndata: \n\n");
    }

    @Test
    void of_dataThatStartsWithASpace_keepsIt() {
        assertThat(text("e", "1", " x")).endsWith("\ndata:  x\n\n");
    }

    @Property
    void of_anyData_readsBackWithLineFeeds(
            @ForAll @Chars({'\n', '\r', ' ', ':', 'a', '窓'}) @StringLength(max = 20) String data) {
        assertThat(new EventText(text("e", "1", data)).data())
                .containsExactly(data.replace("\r\n", "\n").replace('\r', '\n'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\rb", "a\u0000b", "\u007f"})
    void of_eventWithControlCharacters_isRefused(String event) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frame.of(event, "1", ""))
                .withMessageStartingWith("event: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "\u0000", "日", "123456789012345678901234567890123"})
    void of_idThatABrowserMayNotSendBack_isRefused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frame.of("e", id, ""))
                .withMessageStartingWith("id: ");
    }

    @Test
    void of_longestId_isTaken() {
        String id = "Az09._-".repeat(4) + "1234";
        assertThat(text("e", id, "")).contains("id: " + id + "\n");
    }

    private static String text(String event, String id, String data) {
        return Frame.of(event, id, data).bytes().toString();
    }
}
