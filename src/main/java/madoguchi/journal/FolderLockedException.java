package madoguchi.journal;

import java.nio.file.Path;

/** Another process works on this data folder. */
public final class FolderLockedException extends RuntimeException {

    FolderLockedException(Path folder) {
        super("data folder: " + folder + " (expected: one that no other Madoguchi is running on)");
    }
}
