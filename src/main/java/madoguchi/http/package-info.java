/** The public HTTP side: one handler class per concern. */
@org.jspecify.annotations.NullMarked
package madoguchi.http;
