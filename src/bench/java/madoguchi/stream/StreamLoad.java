package madoguchi.stream;

import java.io.IOException;
import java.util.List;

/**
 * Measures what streams cost: the server in a process of its own on the first processor, this client on the second. Prints a
 * line of JSON for each step.
 *
 * <ul>
 *   <li>{@code broadcast N,N,…} — each number of streams, rising: connects, broadcasts, processor and memory
 *   <li>{@code connects N} — the same streams five times, as after restarts, at the hub alone and at the whole product
 *   <li>{@code neighbours N PERCENT} — N streams, first alone, then beside so many that take nothing and as many that take ten
 *       bytes a second: the delay of the others, and when the bad ones were cut
 *   <li>{@code line N,N,…} — so many callers in line, one call-up a second, told naively and adaptively
 *   <li>{@code tls N} — N connections of one stream: HTTP/1.1, HTTP/1.1 over TLS, HTTP/2 over TLS
 *   <li>{@code restart N} — the product with N callers in line is ended, killed, and started again
 *   <li>{@code soak N MINUTES} — the product with N streams of which a hundredth leaves and comes back every second
 * </ul>
 */
final class StreamLoad {

    private StreamLoad() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        moveToTheSecondProcessor();
        Report.line(
                "\"java\":\"%s\",\"server_options\":\"%s\"",
                Runtime.version(), System.getProperty("server.options", ""));
        int number = arguments.length > 1 ? Integer.parseInt(arguments[1].split(",", -1)[0]) : 0;
        switch (arguments[0]) {
            case "broadcast" -> Broadcasts.measure(List.of(arguments[1].split(",", -1)));
            case "connects" -> Connects.measure(number);
            case "neighbours" -> Neighbours.measure(number, Integer.parseInt(arguments[2]));
            case "line" -> Line.measure(List.of(arguments[1].split(",", -1)));
            case "tls" -> Tls.measure(number);
            case "restart" -> Restart.measure(number);
            case "soak" -> Soak.measure(number, Integer.parseInt(arguments[2]));
            default ->
                throw new IllegalArgumentException("mode: " + arguments[0] + " (expected: one of broadcast,"
                        + " connects, neighbours, line, tls, restart, soak)");
        }
    }

    private static void moveToTheSecondProcessor() throws IOException, InterruptedException {
        String self = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("taskset", "-a", "-c", "-p", "1", self).start().waitFor();
    }
}
