package madoguchi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import madoguchi.desk.DeskSnapshot;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonTest {

    private final ObjectMapper json = Json.mapper();

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void snapshot_isWhatWasWritten(@ForAll("snapshots") DeskSnapshot snapshot) throws IOException {
        assertThat(json.readValue(json.writeValueAsBytes(snapshot), DeskSnapshot.class))
                .isEqualTo(snapshot);
    }

    @Provide
    Arbitrary<DeskSnapshot> snapshots() {
        return RandomRecords.record(DeskSnapshot.class).map(DeskSnapshot.class::cast);
    }
}
