package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import madoguchi.settings.DeskSettings;
import madoguchi.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped example of a desk on Zoom Contact Center. */
class ZoomExampleTest {

    @TempDir
    private Path secrets;

    @Test
    void example_isAcceptedAsItStands_onceItsSecretsAreThere() throws IOException {
        for (String name : List.of("zoom-client-secret", "zoom-webhook-secret")) {
            Files.writeString(secrets.resolve(name), "a-secret-of-" + name);
        }
        String example = Files.readString(Path.of("conf/zoom-desk.yaml"));
        Path file = secrets.resolve("zoom-desk.yaml");
        Files.writeString(file, example.replace("/etc/madoguchi", secrets.toString()));

        Settings settings = Settings.load(file, Map.of());

        DeskSettings desk = settings.desks().get(0);
        assertThat(desk.provider()).isEqualTo(DeskSettings.Provider.ZOOM);
        assertThat(desk.zoom().entries()).containsOnlyKeys("ja", "en");
        assertThat(desk.zoom().dispositions()).hasSize(4);
    }
}
