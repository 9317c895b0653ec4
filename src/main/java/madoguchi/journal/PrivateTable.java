package madoguchi.journal;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** The only place for personal data (an operator's name, what a caller typed), each row with its deletion date. */
public interface PrivateTable {

    /** @param subject the id it belongs to: a ticket's or an operator's */
    Future<Void> put(String subject, String text, Instant deleteAt);

    /** The texts of those subjects that have one. */
    Future<Map<String, String>> get(Collection<String> subjects);

    Future<Void> delete(String subject);

    /** Deletes what is due, for good. @return how many rows */
    Future<Integer> deleteDue(Instant now);
}
