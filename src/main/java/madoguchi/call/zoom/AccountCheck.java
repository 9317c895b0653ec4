package madoguchi.call.zoom;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import madoguchi.call.zoom.ZoomException.Reason;
import org.jspecify.annotations.Nullable;

/** Compares what the settings say of Zoom with the live account: one plain line for each thing that is missing. */
public final class AccountCheck {

    private final ZoomAccount account;
    private final List<ZoomDesk> desks;
    private final ZoomApi api;
    private final Set<String> missing = new TreeSet<>();

    private AccountCheck(ZoomAccount account, List<ZoomDesk> desks, ZoomApi api) {
        this.account = account;
        this.desks = desks;
        this.api = api;
    }

    /** @return the lines, {@code key: what is there (expected: what should be)}; never fails */
    public static Future<List<String>> of(Vertx vertx, ZoomAccount account, List<ZoomDesk> desks, InstantSource clock) {
        ZoomApi api = new ZoomApi(vertx, account, clock);
        AccountCheck check = new AccountCheck(account, desks, api);
        check.secrets();
        return api.scopes()
                .compose(check::all)
                .recover(check::noToken)
                .map(v -> List.copyOf(check.missing))
                .eventually(() -> {
                    api.close();
                    return Future.succeededFuture();
                });
    }

    private void miss(String key, String found, String expected) {
        missing.add(key + ": " + found + " (expected: " + expected + ")");
    }

    private void secrets() {
        if (account.secrets().webhook() == null) {
            miss("call.zoom.webhookSecret", "missing", "the secret token of the app's event subscription");
        }
    }

    private Future<Void> noToken(Throwable cause) {
        if (reason(cause) == Reason.CREDENTIALS) {
            String expected = "account, client and clientSecret of an activated Server-to-Server OAuth app";
            miss("call.zoom.clientSecret", "refused by Zoom", expected);
        } else {
            miss("call.zoom.oauthUrl", account.tokenUrl() + " does not answer", "Zoom's token service");
        }
        return Future.succeededFuture();
    }

    private Future<Void> all(Set<String> scopes) {
        for (Scope scope : Scope.values()) {
            if (!scopes.isEmpty() && !scope.in(scopes)) {
                miss("scope " + scope.granular(), "missing", "granted to the app");
            }
        }
        return agents().compose(v -> entries()).compose(v -> variable());
    }

    private Future<Void> agents() {
        Map<String, Future<Collection<Agent>>> lists = new HashMap<>();
        desks.forEach(desk -> desk.languages()
                .keySet()
                .forEach(queue -> lists.computeIfAbsent(queue, q -> new QueueAgents(api).of(q))));
        return Future.join(List.copyOf(lists.values())).transform(done -> {
            Set<String> elsewhere = new HashSet<>();
            desks.forEach(desk -> agents(desk, lists, elsewhere));
            return Future.succeededFuture();
        });
    }

    /** @param elsewhere the agents of the desks before; this desk's are added */
    private void agents(ZoomDesk desk, Map<String, Future<Collection<Agent>>> lists, Set<String> elsewhere) {
        String key = "desks." + desk.desk() + ".zoom.queues";
        Set<String> here = new HashSet<>();
        desk.languages().keySet().forEach(queue -> {
            Future<Collection<Agent>> list = lists.get(queue);
            if (list == null || list.failed()) {
                unread(key, queue, "the id (cc_queue_id) of a queue", list == null ? null : list.cause());
                return;
            }
            list.result().stream().filter(Agent::active).map(Agent::user).forEach(here::add);
            if (list.result().stream().noneMatch(Agent::active)) {
                miss(key, queue + " has no active agent", "one at least");
            }
        });
        long shared = here.stream().filter(elsewhere::contains).count();
        if (shared > 0) {
            miss(
                    key,
                    shared + " agents are in a queue of another desk too",
                    "agents of one desk; they count at the first");
        }
        elsewhere.addAll(here);
    }

    private Future<Void> entries() {
        return texts("/contact_center/flows_entry_points", Map.of("channel", "video"))
                .transform(known -> {
                    desks.forEach(desk -> desk.entries().values().stream()
                            .filter(entry -> known.failed() || !known.result().contains(entry))
                            .forEach(entry -> unread(
                                    "desks." + desk.desk() + ".zoom.entries",
                                    entry,
                                    "the id of an entry point of a published video flow",
                                    known.cause())));
                    return Future.succeededFuture();
                });
    }

    /** Its full name may be told in parts. */
    private Future<Void> variable() {
        return texts("/contact_center/variables", Map.of()).transform(known -> {
            desks.stream()
                    .filter(desk -> !has(known, desk.variable()))
                    .forEach(desk -> unread(
                            "desks." + desk.desk() + ".zoom.variableName",
                            desk.variable(),
                            "a variable whose value is from website data",
                            known.cause()));
            return Future.succeededFuture();
        });
    }

    private static boolean has(io.vertx.core.AsyncResult<Set<String>> known, String variable) {
        String last = variable.substring(variable.lastIndexOf('.') + 1);
        return known.succeeded()
                && (known.result().contains(variable) || known.result().contains(last));
    }

    /** What could not be read for another reason than that it is not there is said so, or by the scope that is missing. */
    private void unread(String key, String value, String expected, @Nullable Throwable cause) {
        Reason reason = cause == null ? Reason.UNKNOWN : reason(cause);
        switch (reason) {
            case SCOPE -> {
                if (Set.copyOf(missing).stream().noneMatch(line -> line.startsWith("scope "))) {
                    miss(key, value + " may not be read", "the scopes that the README lists, granted to the app");
                }
            }
            case UNKNOWN, REFUSED -> miss(key, value + " is not in the account", expected);
            case CREDENTIALS ->
                miss("call.zoom.clientSecret", "may not use the contact center", "an app whose owner may");
            case UNREACHABLE, NOT_ASKED, LIMITED ->
                miss(key, value + " could not be checked, Zoom gives no answer now", expected);
        }
    }

    /** All texts of all rows: the lists are documented too little to know which field to look at. */
    private Future<Set<String>> texts(String path, Map<String, String> query) {
        return Listing.read(api, path, query, JsonObject::encode).map(rows -> {
            List<String> texts = new ArrayList<>();
            rows.forEach(row -> row.forEach(field -> texts.add(String.valueOf(field.getValue()))));
            return Set.copyOf(texts);
        });
    }

    private static Reason reason(Throwable cause) {
        return cause instanceof ZoomException e ? e.reason() : Reason.UNREACHABLE;
    }
}
