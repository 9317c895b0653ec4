/**
 * Zoom Contact Center as far as a desk meets it: OAuth, REST, routing with agents, webhooks, the browser scripts. What is known of
 * it is kept to; what is not known, or goes wrong on bad days, is behind a {@link madoguchi.simulator.Switch}. Everything is
 * owned by one event loop.
 */
@org.jspecify.annotations.NullMarked
package madoguchi.simulator;
