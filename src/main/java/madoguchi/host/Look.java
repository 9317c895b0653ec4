package madoguchi.host;

import java.time.Instant;
import madoguchi.desk.Desk;

/** Reads the desk on its own event loop; what it answers leaves the host only once the journal has all it saw. */
@FunctionalInterface
public interface Look<T> {

    T at(Desk desk, Instant now);
}
