package madoguchi.access;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's secrets: keys that sign tokens, told apart by id, and one for keyed hashes. They live in {@code keys.json} in
 * the data folder, for its owner alone, and are made at the very first start, when the journal stands. Immutable.
 *
 * <p>There is never an empty set of them: vertx-auth-jwt accepts unsigned tokens when it has no key. So a file that is missing
 * where the journal is in use already, or is anything but whole, is a {@link KeysException}.
 */
public final class Keys {

    /** HS256 wants a key as long as its hash. */
    static final int BYTES = 32;

    private final Path file;
    private final List<SigningKey> signing;
    private final SecretKey hashing;

    Keys(Path file, List<SigningKey> signing, SecretKey hashing) {
        this.file = file;
        this.signing = List.copyOf(signing);
        this.hashing = hashing;
    }

    /** Signs tokens. The id says nothing about the key. */
    record SigningKey(String id, SecretKey key, Instant made) {}

    /** Makes the keys of a folder whose journal has nothing in it yet. */
    public static Keys make(Path folder, SecureRandom random, Instant now) {
        KeyFile.create(new Keys(file(folder), List.of(signingKey(random, now)), key(random)));
        return load(folder);
    }

    /**
     * Reads the keys of a server that has started before, if one has.
     *
     * @throws KeysException when they are readable for others or not whole
     */
    public static Optional<Keys> ifMade(Path folder) {
        return Files.exists(file(folder)) ? Optional.of(load(folder)) : Optional.empty();
    }

    /** @throws KeysException when they are missing, readable for others or not whole */
    public static Keys load(Path folder) {
        return KeyFile.read(file(folder));
    }

    /**
     * Makes a new key to sign with and keeps the one before it, so that what it signed stays good; the oldest is dropped. The
     * time between two rotations must therefore be longer than any token lives.
     *
     * @return the keys from now on, already in the file
     */
    public Keys rotate(SecureRandom random, Instant now) {
        List<SigningKey> next = new ArrayList<>(List.of(signingKey(random, now), newest()));
        Keys rotated = new Keys(file, next, hashing);
        KeyFile.replace(rotated);
        return rotated;
    }

    /** When the key that signs now was made. */
    public Instant made() {
        return newest().made();
    }

    public KeyedHash hash() {
        return new KeyedHash(hashing);
    }

    Path file() {
        return file;
    }

    SigningKey newest() {
        return signing.get(0);
    }

    /** The newest first; one or two. */
    List<SigningKey> signing() {
        return signing;
    }

    SecretKey hashing() {
        return hashing;
    }

    private static Path file(Path folder) {
        return folder.resolve("keys.json");
    }

    private static SigningKey signingKey(SecureRandom random, Instant now) {
        return new SigningKey(RandomText.of(random), key(random), now);
    }

    private static SecretKey key(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return key(bytes);
    }

    /** A type that does not print what it holds. */
    static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
