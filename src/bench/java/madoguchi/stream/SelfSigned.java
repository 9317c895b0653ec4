package madoguchi.stream;

import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A certificate for the moment, made by the JDK's own tool. */
final class SelfSigned {

    private static final String PASSWORD = "changeit";

    private SelfSigned() {}

    static PfxOptions make() {
        try {
            String store = Files.createTempDirectory("tls").resolve("key.p12").toString();
            String tool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            String[] command = {
                tool,
                "-genkeypair",
                "-alias",
                "bench",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store,
                "-storepass",
                PASSWORD
            };
            new ProcessBuilder(command).start().waitFor();
            return new PfxOptions().setPath(store).setPassword(PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
