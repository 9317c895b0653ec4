package madoguchi;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import madoguchi.call.zoom.AccountCheck;
import madoguchi.call.zoom.ZoomDesk;
import madoguchi.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the live accounts have what the settings speak of. */
final class ZoomCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ZoomCheck.class);

    private ZoomCheck() {}

    /** @return a plain line for each thing missing; none where no desk has its calls at Zoom */
    static Future<List<String>> missing(Vertx vertx, Settings settings, InstantSource clock) {
        List<ZoomDesk> desks = ZoomOf.desks(settings);
        return desks.isEmpty()
                ? Future.succeededFuture(List.of())
                : AccountCheck.of(vertx, ZoomOf.account(settings), desks, clock);
    }

    /** Says what is missing in the log; the server runs on, and recovers as soon as it is there. */
    static void warn(Vertx vertx, Settings settings) {
        missing(vertx, settings, InstantSource.system()).onSuccess(lines -> lines.forEach(LOG::warn));
    }
}
