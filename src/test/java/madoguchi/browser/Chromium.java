package madoguchi.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine: found on the path or in Playwright's cache, or else installed where we may. */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private Chromium() {}

    /** @throws IllegalStateException with one plain sentence where there is none to be had */
    static Path executable() {
        return found().or(Chromium::installed)
                .orElseThrow(() -> new IllegalStateException("browser: none (expected: Chromium or Chrome on the PATH,"
                        + " or root with apt-get to install it; e.g. sudo apt-get install chromium)"));
    }

    private static Optional<Path> found() {
        Stream<Path> onPath = NAMES.stream()
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)));
        return Stream.concat(onPath, cached()).filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> cached() {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "ms-playwright");
        try (Stream<Path> entries = Files.isDirectory(cache) ? Files.list(cache) : Stream.empty()) {
            return entries.map(entry -> entry.resolve("chrome-linux/chrome")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> installed() {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        run("apt-get", "update", "-q");
        run("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium");
        return found();
    }

    private static void run(String... command) {
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
