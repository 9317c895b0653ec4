package madoguchi.call.zoom;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * One agent of one queue, as Zoom's list of them says. Without the name and the e-mail address that stand beside it.
 *
 * @param active may sign in at all
 * @param optedIn takes calls of this queue
 */
record Agent(String user, Status status, boolean active, boolean optedIn) {

    /** 0 is out, 1 is in; what 2 means is not documented, so it does not count as in. */
    private static final int IN = 1;

    /** Of two at the same time the later one here counts: rather nobody new than somebody twice. */
    enum Status {
        READY,
        OFFLINE,
        /** Also any status that the account has made itself. */
        NOT_READY,
        /** With an engagement, or wrapping up after one. */
        OCCUPIED;

        static Status of(String name) {
            return switch (name) {
                case "Ready" -> READY;
                case "Occupied" -> OCCUPIED;
                case "Offline" -> OFFLINE;
                default -> NOT_READY;
            };
        }
    }

    /** Empty where the row names nobody. */
    static Optional<Agent> of(JsonObject row) {
        Object user = row.getValue("user_id");
        if (!(user instanceof String id) || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Agent(
                id,
                Status.of(String.valueOf(row.getValue("status_name"))),
                "active".equals(row.getValue("user_access")),
                row.getValue("opt_in_out_status") instanceof Number in && in.intValue() == IN));
    }
}
