package madoguchi.simulator;

import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A certificate for Zoom's host names, signed by nobody and made on the spot. */
final class Certificate {

    private static final String PASSWORD = "changeit";

    /** One for the whole process. */
    static final PfxOptions OPTIONS = make();

    private Certificate() {}

    private static PfxOptions make() {
        try {
            Path folder = Files.createTempDirectory("zoom");
            Path store = folder.resolve("zoom.p12");
            String keytool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            String command = keytool + " -genkeypair -alias zoom -keyalg EC -dname CN=zoom.us"
                    + " -ext SAN=dns:zoom.us,dns:*.zoom.us -storetype PKCS12 -storepass " + PASSWORD + " -keystore "
                    + store;
            int status = new ProcessBuilder(command.split(" "))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("keytool: status " + status + " (expected: 0)");
            }
            return new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
