package madoguchi.access;

import java.util.List;
import java.util.Set;
import madoguchi.desk.Role;

/**
 * Whom a sign-in link is for.
 *
 * @param name as colleagues know them; the same name at the same desks is the same operator
 * @param languages empty for all of the desk
 */
public record Invitee(String name, Set<Role> roles, List<String> desks, Set<String> languages) {

    public Invitee {
        name = name.strip();
        roles = Set.copyOf(roles);
        desks = List.copyOf(desks);
        languages = Set.copyOf(languages);
        require(!name.isEmpty() && name.length() <= 60, "name: " + name + " (expected: 1 to 60 characters)");
        require(!roles.isEmpty(), "roles: none (expected: operator, supervisor or both)");
        require(!desks.isEmpty(), "desks: none (expected: at least one)");
    }

    private static void require(boolean fulfilled, String message) {
        if (!fulfilled) {
            throw new IllegalArgumentException(message);
        }
    }
}
