/** Call providers: what takes the caller once it is their turn. */
@org.jspecify.annotations.NullMarked
package madoguchi.call;
