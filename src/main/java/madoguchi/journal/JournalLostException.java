package madoguchi.journal;

import java.nio.file.Path;

/** Where a journal has been there is none, or nothing in it; to begin a new one would hide the loss. */
public final class JournalLostException extends RuntimeException {

    JournalLostException(Path file) {
        super("journal: " + file + ": missing or empty, beside keys that say there has been one"
                + " (expected: the file from the backup of this data folder; to begin anew, remove keys.json as well)");
    }
}
