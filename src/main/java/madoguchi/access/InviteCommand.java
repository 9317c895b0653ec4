package madoguchi.access;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import madoguchi.access.Sessions.Keyring;
import madoguchi.desk.Role;
import madoguchi.journal.SqliteStore;

/** {@code java -jar madoguchi.jar invite}: makes a sign-in link from the data folder, beside the server that runs on it. */
public final class InviteCommand {

    private static final String USAGE =
            "invite [--name NAME] [--role operator|supervisor]… [--desk DESK]… [--language LANGUAGE]…";

    private final Vertx vertx;
    private final Path folder;
    private final URI publicUrl;
    private final AccessRules rules;

    public InviteCommand(Vertx vertx, Path folder, URI publicUrl, AccessRules rules) {
        this.vertx = vertx;
        this.folder = folder;
        this.publicUrl = publicUrl;
        this.rules = rules;
    }

    /**
     * Reads the words after {@code invite}. Without any, the link is for a supervisor who also answers, at every desk.
     *
     * @param desks all there are
     * @throws IllegalArgumentException with a plain sentence
     */
    public static Invitee invitee(List<String> arguments, List<String> desks) {
        String name = "Supervisor";
        Set<Role> roles = new HashSet<>();
        List<String> chosen = new ArrayList<>();
        Set<String> languages = new HashSet<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            switch (arguments.get(i)) {
                case "--name" -> name = value;
                case "--role" -> roles.add(role(value));
                case "--desk" -> chosen.add(known(value, desks));
                case "--language" -> languages.add(value);
                default -> throw new IllegalArgumentException(arguments.get(i) + " (expected: " + USAGE + ")");
            }
        }
        return new Invitee(
                name, roles.isEmpty() ? Set.of(Role.values()) : roles, chosen.isEmpty() ? desks : chosen, languages);
    }

    /** The link, as text; the server may run meanwhile and takes it at once. */
    public Future<String> link(Invitee invitee) {
        SecureRandom random = new SecureRandom();
        InstantSource clock = InstantSource.system();
        Keys keys = Keys.load(folder);
        Keyring keyring = new Keyring(new Tokens(vertx, keys, clock), keys.hash(), random);
        return SqliteStore.openBeside(vertx, folder)
                .compose(store -> new Sessions(keyring, store.credentials(), store.privateTable(), rules, clock)
                        .invite(invitee)
                        .map(invited -> link(publicUrl, invited.token()))
                        .eventually(store::close));
    }

    /** The token stands in the fragment, which no browser sends and no log sees. */
    public static String link(URI publicUrl, String token) {
        return publicUrl + "/console/#invitation=" + token;
    }

    private static Role role(String value) {
        try {
            return Role.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--role: " + value + " (expected: operator or supervisor)", e);
        }
    }

    private static String known(String desk, List<String> desks) {
        if (!desks.contains(desk)) {
            throw new IllegalArgumentException("--desk: " + desk + " (expected: one of " + desks + ")");
        }
        return desk;
    }
}
