/** The domain: tickets, operators, the line and its rules. Plain Java; time and chance come in as arguments. */
@org.jspecify.annotations.NullMarked
package madoguchi.desk;
