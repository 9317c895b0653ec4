package madoguchi.access;

import java.nio.file.Path;

/** The keys cannot be used as they are; the server must not start. */
public final class KeysException extends RuntimeException {

    KeysException(Path file, String found, String expected) {
        super("keys: " + file + ": " + found + " (expected: " + expected + ")");
    }
}
