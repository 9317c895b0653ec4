package madoguchi.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.vertx.core.Vertx;
import io.vertx.core.datagram.DatagramPacket;
import io.vertx.core.datagram.DatagramSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network between two browsers that can be cut: the packets of a call pass through here, because each end is told a door of
 * ours in place of the other's address.
 */
final class Relay implements AutoCloseable {

    private static final String HERE = "127.0.0.1";
    private static final Pattern UDP = Pattern.compile("(candidate:\\S+ \\d+ udp \\d+ 127\\.0\\.0\\.1 )(\\d+)( .*)");

    private final Vertx vertx = Vertx.vertx();
    private final Map<Integer, DatagramSocket> doors = new ConcurrentHashMap<>();
    private volatile boolean cut;

    /** What this page tells of its own addresses is changed from now on. */
    void carry(Page page) {
        page.route("**/signals*", this::signal);
    }

    void cut(boolean now) {
        cut = now;
    }

    private void signal(Route route) {
        JsonObject signal = new JsonObject(route.request().postData());
        JsonArray candidates = signal.getJsonArray("candidates");
        if (candidates == null) {
            route.resume();
            return;
        }
        JsonArray carried = carried(candidates);
        if (carried.isEmpty()) {
            route.fulfill(new Route.FulfillOptions().setStatus(204));
        } else {
            route.resume(new Route.ResumeOptions()
                    .setPostData(signal.put("candidates", carried).encode()));
        }
    }

    private JsonArray carried(JsonArray candidates) {
        JsonArray carried = new JsonArray();
        for (int i = 0; i < candidates.size(); i++) {
            JsonObject candidate = candidates.getJsonObject(i);
            Matcher udp = UDP.matcher(candidate.getString("candidate"));
            if (udp.matches()) {
                int door = door(Integer.parseInt(udp.group(2))).localAddress().port();
                carried.add(candidate.copy().put("candidate", udp.group(1) + door + udp.group(3)));
            }
        }
        return carried;
    }

    private DatagramSocket door(int port) {
        return doors.computeIfAbsent(port, real -> {
            DatagramSocket door = vertx.createDatagramSocket().handler(packet -> pass(packet, real));
            return door.listen(0, HERE).await();
        });
    }

    /** It comes out of the sender's own door, as from the address that the receiver knows. */
    private void pass(DatagramPacket packet, int receiver) {
        DatagramSocket from = doors.get(packet.sender().port());
        if (from != null && !cut) {
            from.send(packet.data(), receiver, HERE);
        }
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
