package madoguchi.access;

import java.time.Instant;
import madoguchi.desk.TicketId;

/**
 * What a caller's token says.
 *
 * @param expires in whole seconds, as in all tokens
 */
public record TicketPass(TicketId ticket, String desk, Instant expires) {}
