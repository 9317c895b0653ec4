package madoguchi;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import madoguchi.settings.Settings;
import madoguchi.stream.StreamRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streams' rules from the settings, with a limit that this process can keep. */
final class StreamRulesOf {

    private static final Logger LOG = LoggerFactory.getLogger(StreamRulesOf.class);

    /** Descriptors for everything that is no stream: jars, the journal, other requests. */
    private static final long RESERVED = 500;

    private StreamRulesOf() {}

    /** @param hubs how many share the limit */
    static StreamRules settings(Settings.Stream stream, int hubs) {
        StreamRules defaults = StreamRules.defaults();
        int limit = possible(stream.limit());
        return new StreamRules(
                stream.heartbeat(),
                stream.maxAgeLow(),
                stream.maxAgeHigh(),
                stream.drainTimeout(),
                defaults.retryLow(),
                defaults.retryHigh(),
                Math.max(1, limit / hubs),
                defaults.writeQueue());
    }

    private static int possible(int wanted) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            long files = system.getMaxFileDescriptorCount() - RESERVED;
            if (files < wanted) {
                LOG.warn(
                        "stream.limit: {} (expected: at most {}, what this process may open); taking that",
                        wanted,
                        files);
                return (int) Math.max(1, files);
            }
        }
        return wanted;
    }
}
