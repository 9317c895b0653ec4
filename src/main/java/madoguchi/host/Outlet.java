package madoguchi.host;

import io.vertx.core.eventbus.EventBus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import madoguchi.stream.Frame;

/**
 * A desk's way to the hubs: knows who is present at which hub and gathers personal frames into one batch per hub and flush.
 *
 * <p>Owned by the desk's event loop.
 */
final class Outlet {

    private final EventBus bus;
    private final Attendance attendance = new Attendance();
    private final Map<Integer, List<Delivery.Personal>> batches = new HashMap<>();
    private int operators;

    Outlet(EventBus bus) {
        this.bus = bus;
    }

    void enter(String key, int hub) {
        attendance.enter(key, hub);
    }

    /** @return whether that was the key's last stream */
    boolean leave(String key, int hub) {
        return attendance.leave(key, hub);
    }

    boolean present(String key) {
        return attendance.present(key);
    }

    boolean operatorsPresent() {
        return operators > 0;
    }

    void operatorCame() {
        operators++;
    }

    void operatorWent() {
        operators--;
    }

    void publish(String key, Frame frame, boolean push) {
        bus.publish(Delivery.EVERYWHERE, new Delivery.Present(key, frame, push));
    }

    void end(String key) {
        bus.publish(Delivery.EVERYWHERE, new Delivery.End(key));
    }

    /** Queues a personal frame for the next {@link #dispatch}. */
    void tell(String key, Frame frame) {
        Set<Integer> hubs = attendance.hubsOf(key);
        for (Integer hub : hubs) {
            batches.computeIfAbsent(hub, h -> new ArrayList<>()).add(new Delivery.Personal(key, frame));
        }
    }

    /** For what cannot wait for the next flush: call signals. */
    void tellNow(String key, Frame frame) {
        for (Integer hub : attendance.hubsOf(key)) {
            bus.send(Delivery.address(hub), new Delivery.Batch(List.of(new Delivery.Personal(key, frame))));
        }
    }

    void dispatch() {
        batches.forEach((hub, frames) -> bus.send(Delivery.address(hub), new Delivery.Batch(frames)));
        batches.clear();
    }
}
