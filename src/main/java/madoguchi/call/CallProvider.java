package madoguchi.call;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import madoguchi.desk.TicketId;
import madoguchi.desk.TicketView;

/** What carries the calls of one desk. Asked from any event loop. */
public interface CallProvider {

    /** As the settings and the contract name it. */
    String name();

    /** Where a caller takes the call. */
    CallPage page();

    /** What an end of this call needs to know, beside the ticket itself: a part of the contract's {@code HandOff}. */
    JsonObject descriptor(TicketView ticket);

    /** Takes what the caller's page sees of the call, as far as this provider lets it count. */
    Future<?> report(TicketId ticket, PageReport report);
}
