/**
 * The Zoom Contact Center provider: who is free comes from Zoom's REST service and webhooks, the call is Zoom's own. Names,
 * e-mail addresses and Zoom's user ids end here: beyond this package an agent is an operator by a keyed hash.
 */
@org.jspecify.annotations.NullMarked
package madoguchi.call.zoom;
