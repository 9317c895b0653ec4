package madoguchi.simulator;

/**
 * One try to send one event.
 *
 * @param status of the answer; 0 where none came in time
 * @param attempt 1 for the first
 */
public record Delivery(String event, String body, int status, int attempt) {}
