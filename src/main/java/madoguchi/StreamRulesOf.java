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
        return settings(stream, hubs, mostFiles());
    }

    static StreamRules settings(Settings.Stream stream, int hubs, long mostFiles) {
        StreamRules defaults = StreamRules.defaults();
        int limit = possible(stream.limit(), mostFiles);
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

    /** What the system lets this process have open at a time. */
    private static long mostFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    private static int possible(int wanted, long mostFiles) {
        long files = Math.max(1, mostFiles - RESERVED);
        if (files < wanted) {
            LOG.warn("stream.limit: {} (expected: at most {}, what this process may open); taking that", wanted, files);
        }
        return (int) Math.min(files, wanted);
    }
}
