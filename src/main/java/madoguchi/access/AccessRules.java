package madoguchi.access;

import java.time.Duration;

/**
 * @param session how long a session lasts
 * @param idle or how long it outlives its last sign of life
 * @param invitation how long a sign-in link is good for
 * @param names how long an operator's name is kept after their last invitation
 */
public record AccessRules(Duration session, Duration idle, Duration invitation, Duration names) {}
