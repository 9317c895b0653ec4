/** How long a wait will be: the point, the range and the audit of what was promised. Numbers only; knows no ticket. */
@org.jspecify.annotations.NullMarked
package madoguchi.desk.waits;
