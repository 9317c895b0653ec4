/** The durable, ordered record of events, and the private table beside it. */
@org.jspecify.annotations.NullMarked
package madoguchi.journal;
