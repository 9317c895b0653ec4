package madoguchi.http;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every file of {@code webroot/}, read once at start: served from memory, a path can only name what is there.
 */
public final class WebRoot {

    /** Declarations for the type checker; no browser wants them. */
    private static final String TYPES_ONLY = ".d.ts";

    private final Map<String, Asset> assets;

    private WebRoot(Map<String, Asset> assets) {
        this.assets = assets;
    }

    /** Reads the web root from the class path. Blocks. */
    public static WebRoot load() throws IOException {
        URL root = WebRoot.class.getResource("/webroot");
        if (root == null) {
            throw new IOException("webroot: missing (expected: in the jar)");
        }
        try {
            URI uri = root.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return read(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath("/webroot"));
            }
        } catch (URISyntaxException e) {
            throw new IOException("webroot: " + root, e);
        }
    }

    private static WebRoot read(Path folder) throws IOException {
        Map<String, Asset> assets = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(TYPES_ONLY))
                    .toList();
            for (Path file : found) {
                String path = "/" + folder.relativize(file).toString().replace('\\', '/');
                assets.put(path, Asset.of(path, Files.readAllBytes(file)));
            }
        }
        return new WebRoot(Map.copyOf(assets));
    }

    @Nullable
    Asset get(String path) {
        return assets.get(path);
    }
}
