/** The front door of a support desk's online calls. */
@org.jspecify.annotations.NullMarked
package madoguchi;
