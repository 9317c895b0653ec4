/** Hosts a desk: command, decide, apply, journal, answer and publish. */
@org.jspecify.annotations.NullMarked
package madoguchi.host;
