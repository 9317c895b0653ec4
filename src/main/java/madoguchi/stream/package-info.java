/** Server-sent events: frame, connection, hub. Knows no desk. */
@org.jspecify.annotations.NullMarked
package madoguchi.stream;
