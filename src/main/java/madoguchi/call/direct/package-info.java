/** The direct provider: a WebRTC call between the caller and the console, signalled through Madoguchi. */
@org.jspecify.annotations.NullMarked
package madoguchi.call.direct;
