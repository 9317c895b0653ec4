/** Tokens, sign-in and limits: who may do what. */
@org.jspecify.annotations.NullMarked
package madoguchi.access;
