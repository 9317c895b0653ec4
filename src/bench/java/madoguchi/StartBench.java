package madoguchi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * From the start of the process to its first answer: {@code java -jar target/madoguchi.jar}, started bare on an empty folder, so
 * that the keys and the journal are made as well. Run: {@code mvn -q package -DskipTests exec:exec@bench-start}.
 */
public final class StartBench {

    private static final Path JAR = Path.of("target/madoguchi.jar");
    private static final int STARTS = 10;

    private StartBench() {}

    public static void main(String[] args) throws IOException {
        double[] seconds = DoubleStream.generate(StartBench::start)
                .limit(STARTS)
                .peek(start -> System.out.printf("%.2f s%n", start))
                .sorted()
                .toArray();
        System.out.printf(
                "start to first answer, %d starts: median %.2f s, longest %.2f s%n",
                STARTS, (seconds[STARTS / 2 - 1] + seconds[STARTS / 2]) / 2, seconds[STARTS - 1]);
    }

    private static double start() {
        try {
            Path data = Files.createTempDirectory(Path.of("target"), "start-bench");
            long begun = System.nanoTime();
            try (ServerProcess server = ServerProcess.java(
                    Path.of(System.getProperty("java.home")), data, Map.of(), List.of("-jar", JAR.toString()))) {
                ask(URI.create(server.publicUrl()).getPort());
                return (System.nanoTime() - begun) / 1e9;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ask(int port) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            String request = "GET /api/v1/desks/helpdesk HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n";
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String status = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
            if (!status.equals("HTTP/1.1 200")) {
                throw new IOException(status);
            }
        }
    }
}
