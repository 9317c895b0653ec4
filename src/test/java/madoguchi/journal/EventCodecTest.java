package madoguchi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import madoguchi.desk.Event;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EventCodecTest {

    private static final String CAME_BACK =
            "{\"at\":\"2026-11-24T00:25:00Z\",\"ticket\":\"0123456789abcdefghjkmnpqrs\"}";

    private final EventCodec codec = new EventCodec();

    /** A line that no longer holds means that journals in use can no longer be read: mend the code, never the line. */
    @Test
    void storedForm_isTheOneWritten() throws IOException {
        List<String> lines = golden();

        assertThat(TestEvents.oneOfEach().stream().map(event -> codec.type(event) + " " + codec.body(event)))
                .containsExactlyElementsOf(lines);
        assertThat(lines.stream().map(line -> line.split(" ", 2)).map(line -> codec.event(line[0], 1, line[1])))
                .containsExactlyElementsOf(TestEvents.oneOfEach());
    }

    @Test
    void storedForm_isKnownOfEveryType() throws IOException {
        assertThat(golden().stream().map(line -> line.split(" ", 2)[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Event.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.MIXIN)
    void event_isWhatWasWritten(@ForAll("events") Event event) {
        assertThat(codec.event(codec.type(event), EventCodec.FORM, codec.body(event)))
                .isEqualTo(event);
    }

    @Provide
    Arbitrary<Event> events() {
        return RandomRecords.events();
    }

    @Test
    void event_withAnUnknownField_isRefused() {
        assertThat(codec.event("CameBack", 1, CAME_BACK)).isInstanceOf(Event.CameBack.class);
        assertThatThrownBy(() -> codec.event("CameBack", 1, CAME_BACK.replace("}", ",\"more\":1}")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void event_withoutWhatMayNotBeMissing_isRefused() {
        assertThatThrownBy(() -> codec.event("CameBack", 1, "{\"at\":\"2026-11-24T00:25:00Z\"}"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> codec.event(
                        "ConsentAnswered", 1, CAME_BACK.replace("}", ",\"consent\":\"aaaaaaaaaaaaaaaaaaaaaaaaaa\"}")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void event_withoutWhatMayBeMissing_isRead() {
        assertThat(codec.event("Ended", 1, CAME_BACK.replace("}", ",\"outcome\":\"LEFT\"}")))
                .extracting("operator")
                .isNull();
    }

    @Test
    void event_ofAnUnknownTypeOrForm_isRefused() {
        assertThatThrownBy(() -> codec.event("Vanished", 1, CAME_BACK)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> codec.event("CameBack", 2, CAME_BACK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("event: CameBack of form 2 (expected: ");
    }

    private static List<String> golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(EventCodecTest.class.getResourceAsStream("events.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
