package madoguchi.host;

import madoguchi.desk.OperatorId;
import madoguchi.desk.TicketId;

/** Names the audiences of the streams: everybody at a desk, its console, one caller, one operator. */
public final class StreamKeys {

    private StreamKeys() {}

    public static String desk(String desk) {
        return "desk:" + desk;
    }

    public static String board(String desk) {
        return "board:" + desk;
    }

    public static String ticket(TicketId ticket) {
        return "ticket:" + ticket.value();
    }

    public static String operator(String desk, OperatorId operator) {
        return "operator:" + desk + ":" + operator.value();
    }
}
