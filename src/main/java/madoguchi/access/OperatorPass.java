package madoguchi.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import madoguchi.desk.OperatorId;
import madoguchi.desk.Role;

/**
 * What a session's token says.
 *
 * @param session by which it can be revoked
 * @param languages empty for all of the desk
 */
public record OperatorPass(
        OperatorId operator,
        String session,
        Set<Role> roles,
        List<String> desks,
        Set<String> languages,
        Instant expires) {

    public OperatorPass {
        roles = Set.copyOf(roles);
        desks = List.copyOf(desks);
        languages = Set.copyOf(languages);
    }
}
