package madoguchi.access;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.SecretKey;
import madoguchi.access.Keys.SigningKey;
import org.jspecify.annotations.Nullable;

/** How {@link Keys} lie on the disk: written whole beside the file first, so that no crash leaves half of them. */
final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?> MODE = PosixFilePermissions.asFileAttribute(OWNER_ALONE);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private KeyFile() {}

    private record Stored(
            @JsonProperty("signing") List<StoredKey> signing,
            @JsonProperty("hashing") String hashing) {

        Stored {
            signing = List.copyOf(signing);
        }
    }

    private record StoredKey(
            @JsonProperty("id") String id,
            @JsonProperty("key") String key,
            @JsonProperty("made") long made) {}

    /** Where two servers start at once, one of them makes the keys; which of them may go on, the folder's lock decides. */
    static void create(Keys keys) {
        try {
            Files.createDirectories(
                    keys.file().toAbsolutePath().getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            link(written(keys), keys.file());
        } catch (IOException e) {
            throw unwritable(keys.file(), e);
        }
    }

    private static void link(Path whole, Path file) throws IOException {
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException e) {
            return; // made by the other one
        } finally {
            Files.delete(whole);
        }
    }

    static void replace(Keys keys) {
        try {
            Files.move(written(keys), keys.file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(keys.file(), e);
        }
    }

    static Keys read(Path file) {
        try {
            requireOwnerAlone(file);
            return keys(file, JSON.readValue(Files.readAllBytes(file), Stored.class));
        } catch (NoSuchFileException e) {
            throw missing(file);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new KeysException(file, "damaged", "whole keys of " + Keys.BYTES * 8 + " bits, as in the backup");
        } catch (IOException e) {
            throw new KeysException(file, e.toString(), "a file we may read");
        }
    }

    /** Beside a journal they are lost; without one there has never been a start. */
    private static KeysException missing(Path file) {
        boolean started = Files.exists(file.resolveSibling("madoguchi.db"));
        return new KeysException(
                file,
                "missing",
                started
                        ? "the file from the backup of this data folder"
                        : "a folder on which the server has been started before");
    }

    private static Keys keys(Path file, @Nullable Stored stored) {
        if (stored == null) {
            throw new IllegalArgumentException();
        }
        List<SigningKey> signing = stored.signing().stream()
                .map(key -> new SigningKey(key.id(), key(key.key()), Instant.ofEpochSecond(key.made())))
                .toList();
        long ids = signing.stream().map(SigningKey::id).distinct().count();
        require(ids == signing.size() && (ids == 1 || ids == 2));
        require(signing.stream().allMatch(key -> key.id().length() >= 8));
        return new Keys(file, signing, key(stored.hashing()));
    }

    private static SecretKey key(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        require(bytes.length == Keys.BYTES);
        return Keys.key(bytes);
    }

    private static void require(boolean whole) {
        if (!whole) {
            throw new IllegalArgumentException();
        }
    }

    private static String base64(SecretKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static void requireOwnerAlone(Path file) throws IOException {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
        if (!OWNER_ALONE.containsAll(mode)) {
            throw new KeysException(file, "mode " + PosixFilePermissions.toString(mode), "mode rw-------: chmod 600");
        }
    }

    /** A new file beside the real one, on the disk. */
    private static Path written(Keys keys) throws IOException {
        Path file =
                keys.file().resolveSibling("keys.new-" + ProcessHandle.current().pid());
        Files.deleteIfExists(file);
        try {
            write(keys, file);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    private static void write(Keys keys, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), MODE)) {
            ByteBuffer json = ByteBuffer.wrap(JSON.writeValueAsBytes(stored(keys)));
            while (json.hasRemaining()) {
                channel.write(json);
            }
            channel.force(true);
        }
    }

    private static Stored stored(Keys keys) {
        List<StoredKey> signing = keys.signing().stream()
                .map(key ->
                        new StoredKey(key.id(), base64(key.key()), key.made().getEpochSecond()))
                .toList();
        return new Stored(signing, base64(keys.hashing()));
    }

    private static KeysException unwritable(Path file, IOException e) {
        return new KeysException(file, e.toString(), "a file we may write, on a disk with room");
    }
}
