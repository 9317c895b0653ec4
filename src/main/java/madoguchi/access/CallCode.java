package madoguchi.access;

import java.time.Instant;

/**
 * What the code says that hands a caller on to the call page's own origin.
 *
 * @param jti by which it is used up
 */
record CallCode(TicketPass pass, String jti, Instant expires) {}
