package madoguchi.call.direct;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import madoguchi.call.CallPage;
import madoguchi.call.CallProvider;
import madoguchi.call.PageReport;
import madoguchi.desk.Command;
import madoguchi.desk.TicketId;
import madoguchi.desk.TicketView;
import madoguchi.host.DeskHost;

/** Calls from browser to browser: the caller's page and the operator's console. */
public final class DirectCalls implements CallProvider {

    private static final CallPage PAGE =
            new CallPage("/call/index.html", null, "microphone=(self), display-capture=(self), camera=()");

    private final DeskHost host;
    private final SignalRelay relay;
    private final IceServers iceServers;

    public DirectCalls(DeskHost host, SignalRelay relay, IceServers iceServers) {
        this.host = host;
        this.relay = relay;
        this.iceServers = iceServers;
    }

    @Override
    public String name() {
        return "direct";
    }

    @Override
    public CallPage page() {
        return PAGE;
    }

    @Override
    public JsonObject descriptor(TicketView ticket) {
        return new JsonObject()
                .put("iceServers", iceServers.forCall(ticket.ticket().value()));
    }

    @Override
    public Future<?> report(TicketId ticket, PageReport report) {
        return host.submitForTicket(ticket, new Command.ReportCall(ticket, report.report()));
    }

    /** Between the two ends of each call. */
    public SignalRelay relay() {
        return relay;
    }
}
