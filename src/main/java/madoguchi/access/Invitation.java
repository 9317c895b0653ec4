package madoguchi.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import madoguchi.desk.OperatorId;
import madoguchi.desk.Role;

/**
 * What the token in a sign-in link says: who may sign in with it once, and as what.
 *
 * @param jti by which it is used up
 * @param languages empty for all of the desk
 */
public record Invitation(
        OperatorId operator, String jti, Set<Role> roles, List<String> desks, Set<String> languages, Instant expires) {

    public Invitation {
        roles = Set.copyOf(roles);
        desks = List.copyOf(desks);
        languages = Set.copyOf(languages);
    }
}
