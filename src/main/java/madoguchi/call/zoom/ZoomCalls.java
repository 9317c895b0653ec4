package madoguchi.call.zoom;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import madoguchi.call.CallPage;
import madoguchi.call.CallProvider;
import madoguchi.call.PageReport;
import madoguchi.desk.CallReport;
import madoguchi.desk.Command;
import madoguchi.desk.TicketId;
import madoguchi.desk.TicketState;
import madoguchi.desk.TicketView;
import madoguchi.host.DeskHost;
import org.jspecify.annotations.Nullable;

/** Calls that Zoom carries: the caller's page starts the video client of the desk's flow, an agent of its queue answers. */
public final class ZoomCalls implements CallProvider {

    private final ZoomDesk rules;
    private final DeskHost host;
    private final Pages pages;

    ZoomCalls(ZoomDesk rules, DeskHost host, Pages pages) {
        this.rules = rules;
        this.host = host;
        this.pages = pages;
    }

    /** Is told, by any thread, where the page of a ticket is. */
    interface Pages {

        /** In Zoom, in that engagement if it knows it. */
        void entered(TicketId ticket, @Nullable String engagement);

        /** In Zoom no longer: there was no call. */
        void left(TicketId ticket);
    }

    @Override
    public String name() {
        return "zoom";
    }

    @Override
    public CallPage page() {
        return ZoomPage.of(rules.page().sdk());
    }

    @Override
    public JsonObject descriptor(TicketView ticket) {
        ZoomDesk.Page page = rules.page();
        return new JsonObject()
                .put(
                        "zoom",
                        new JsonObject()
                                .put("environment", page.environment())
                                .put("script", page.script())
                                .put(
                                        "entry",
                                        Objects.requireNonNull(rules.entries().get(ticket.language())))
                                .put(
                                        "data",
                                        new JsonObject().put("key", page.key()).put("path", page.path()))
                                .put("loadWithin", Math.max(1, page.loadWithin().toSeconds()))
                                .put("rejoin", page.rejoin().toSeconds()));
    }

    /** That an agent has come is Zoom's to say, unless the settings believe the page. A call may be over before it is found. */
    @Override
    public Future<?> report(TicketId ticket, PageReport report) {
        boolean counts = report.report() != CallReport.CONNECTED || rules.callerMaySayAnswered();
        Future<TicketView> view = counts
                ? host.submitForTicket(ticket, new Command.ReportCall(ticket, report.report()))
                : host.ticket(ticket);
        if (report.report() == CallReport.FAILED) {
            return view.onComplete(done -> host.ticket(ticket).onSuccess(this::failed));
        }
        return view.onSuccess(now -> {
            boolean beenInZoom = now.state() instanceof TicketState.HandedOff
                    || now.state() instanceof TicketState.InCall
                    || report.report() == CallReport.ENDED;
            if (beenInZoom) {
                pages.entered(ticket, report.engagement());
            }
        });
    }

    /** Also where the desk had taken the caller back by itself. */
    private void failed(TicketView ticket) {
        if (ticket.state() instanceof TicketState.Waiting || ticket.state() instanceof TicketState.Called) {
            pages.left(ticket.ticket());
        }
    }

    ZoomDesk rules() {
        return rules;
    }

    /** The tickets of this desk that Zoom had till lately, the last one to end first. */
    Future<List<TicketId>> ended() {
        return host.ask((desk, now) -> desk.lateCalls());
    }

    /** The tickets of this desk that Zoom has. */
    Future<List<TicketId>> handedOff() {
        return host.ask((desk, now) -> desk.board(now).calls().stream()
                .filter(view -> !(view.state() instanceof TicketState.Called))
                .map(TicketView::ticket)
                .toList());
    }
}
