package madoguchi.journal;

import java.sql.SQLException;

/**
 * What one caller wants of the database. A {@link RuntimeException} is the caller's own business and must be thrown before
 * anything is written; a {@link SQLException} says that the database cannot serve now.
 */
@FunctionalInterface
interface Work<T> {
    T in(Session session) throws SQLException;
}
