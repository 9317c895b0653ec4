package madoguchi.host;

import java.util.List;
import madoguchi.stream.Frame;

/** What a desk hands to the hubs over the event bus. */
public sealed interface Delivery {

    /** The address at which every hub listens. */
    String EVERYWHERE = "streams";

    /** The address of one hub. */
    static String address(int hub) {
        return EVERYWHERE + "." + hub;
    }

    /** The present picture of an audience; pushed now, or kept for the next heartbeat. */
    record Present(String key, Frame frame, boolean push) implements Delivery {}

    /** One flush's personal frames for the streams of one hub. */
    record Batch(List<Personal> frames) implements Delivery {}

    /** Ends every stream of an audience, e.g. when a session is over. */
    record End(String key) implements Delivery {}

    record Personal(String key, Frame frame) {}
}
