package madoguchi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    private static final Instant NOW = Forge.NOW;
    private static final String WHOLE = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String KEY = "{\"id\":\"12345678\",\"key\":\"" + WHOLE + "\",\"made\":1}";

    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path temporary;

    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        folder = temporary.resolve("data");
        file = folder.resolve("keys.json");
    }

    @Test
    void make_atTheFirstStart_makesKeysForTheOwnerAlone() throws IOException {
        Keys keys = Keys.make(folder, random, NOW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(keys.signing()).hasSize(1);
        assertThat(keys.newest().key().getEncoded()).hasSize(32);
        assertThat(keys.newest().key().getEncoded()).isNotEqualTo(keys.hashing().getEncoded());
        assertThat(folder).isDirectoryNotContaining("glob:**keys.new*");
    }

    @Test
    void ifMade_again_readsTheSameKeys() {
        assertThat(Keys.ifMade(folder)).isEmpty();
        Keys first = Keys.make(folder, random, NOW);
        Keys again = Keys.ifMade(folder).orElseThrow();
        assertThat(again.signing()).isEqualTo(first.signing());
        assertThat(again.hash().of("x")).isEqualTo(first.hash().of("x"));
        assertThat(again.made()).isEqualTo(NOW);
    }

    @Test
    void create_whereAnotherServerHasJustMadeThem_leavesThoseAlone() {
        Keys first = Keys.make(folder, random, NOW);
        KeyFile.create(new Keys(file, Forge.keys().signing(), Forge.key(7)));
        assertThat(Keys.load(folder).signing()).isEqualTo(first.signing());
        assertThat(folder).isDirectoryNotContaining("glob:**keys.new*");
    }

    @Test
    void make_whereNoFolderCanBe_stopsTheStart() throws IOException {
        Files.createFile(folder);
        assertThatThrownBy(() -> Keys.make(folder, random, NOW))
                .isInstanceOf(KeysException.class)
                .hasMessageEndingWith("(expected: a file we may write, on a disk with room)");
    }

    @Test
    void rotate_keepsTheKeyBeforeAndDropsTheOneBeforeThat() {
        Keys first = Keys.make(folder, random, NOW);
        Keys second = first.rotate(random, NOW.plusSeconds(1));
        Keys third = second.rotate(random, NOW.plusSeconds(2));
        assertThat(second.signing()).hasSize(2).contains(first.newest());
        assertThat(third.signing()).hasSize(2).contains(second.newest()).doesNotContain(first.newest());
        assertThat(third.made()).isEqualTo(NOW.plusSeconds(2));
        assertThat(Keys.load(folder).signing()).isEqualTo(third.signing());
        assertThat(third.hash().of("x")).isEqualTo(first.hash().of("x"));
    }

    @Test
    void load_missingBesideAJournal_stopsTheStart() throws IOException {
        Keys.make(folder, random, NOW);
        Files.createFile(folder.resolve("madoguchi.db"));
        Files.delete(file);
        assertThatThrownBy(() -> Keys.load(folder))
                .isInstanceOf(KeysException.class)
                .hasMessage("keys: " + file + ": missing (expected: the file from the backup of this data folder)");
    }

    @Test
    void load_neverStarted_isRefused() {
        assertThatThrownBy(() -> Keys.load(folder))
                .isInstanceOf(KeysException.class)
                .hasMessage(
                        "keys: " + file + ": missing (expected: a folder on which the server has been started before)");
    }

    @Test
    void ifMade_readableForOthers_stopsTheStart() throws IOException {
        Keys.make(folder, random, NOW);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> Keys.ifMade(folder))
                .isInstanceOf(KeysException.class)
                .hasMessageEndingWith("mode rw-r----- (expected: mode rw-------: chmod 600)");
    }

    /** The rows about keys of the table of lax libraries: none, empty, unusable, too short. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"signing\":null,\"hashing\":\"" + WHOLE + "\"}",
                "{\"signing\":[],\"hashing\":\"" + WHOLE + "\"}",
                "{\"signing\":[null],\"hashing\":\"" + WHOLE + "\"}",
                "{\"signing\":[{}],\"hashing\":\"" + WHOLE + "\"}",
                "{\"signing\":[{\"id\":\"12345678\",\"key\":\"AA==\",\"made\":1}],\"hashing\":\"" + WHOLE + "\"}",
                "{\"signing\":[{\"id\":\"12345678\",\"key\":\"?\",\"made\":1}],\"hashing\":\"" + WHOLE + "\"}",
                "{\"signing\":[{\"id\":\"\",\"key\":\"" + WHOLE + "\",\"made\":1}],\"hashing\":\"" + WHOLE + "\"}",
                "{\"signing\":[" + KEY + "," + KEY + "],\"hashing\":\"" + WHOLE + "\"}",
                "{\"signing\":[" + KEY + "],\"hashing\":\"AA==\"}",
                "{\"signing\":[" + KEY + "]}",
                "{\"signing\":[" + KEY + "],\"hashing\":\"" + WHOLE + "\",\"more\":1}",
                "{\"signing\":[" + KEY + "],\"hashing\":\"" + WHOLE + "\"}{}"
            })
    void ifMade_notWhole_stopsTheStart(String json) throws IOException {
        Keys.make(folder, random, NOW);
        Files.writeString(file, json);
        assertThatThrownBy(() -> Keys.ifMade(folder))
                .isInstanceOf(KeysException.class)
                .hasMessage("keys: " + file + ": damaged (expected: whole keys of 256 bits, as in the backup)");
    }

    @Test
    void load_whole_isRead() throws IOException {
        Keys.make(folder, random, NOW);
        Files.writeString(file, "{\"signing\":[" + KEY + "],\"hashing\":\"" + WHOLE + "\"}");
        assertThat(Keys.load(folder).newest().id()).isEqualTo("12345678");
    }

    @Test
    void keys_neverPrintThemselves() {
        assertThat(Forge.keys().newest().toString()).doesNotContain(Forge.base64(new byte[] {1, 1, 1}));
    }

    @Test
    void hash_isTheSameForTheSameTextAndKeyAlone() {
        KeyedHash hash = new KeyedHash(Forge.key(1));
        assertThat(hash.of("device")).isEqualTo(hash.of("device")).matches("[A-Za-z0-9_-]{22}");
        assertThat(hash.of("device")).isNotEqualTo(hash.of("devicf"));
        assertThat(hash.of("device")).isNotEqualTo(new KeyedHash(Forge.key(2)).of("device"));
    }
}
