/** Public holidays, from a library, behind the desk's own interface. */
@org.jspecify.annotations.NullMarked
package madoguchi.calendar;
