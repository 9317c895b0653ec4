package madoguchi;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import madoguchi.access.InviteCommand;
import madoguchi.settings.DeskSettings;
import madoguchi.settings.Settings;

/** The {@code invite} command, made from the settings. */
final class Invitations {

    private Invitations() {}

    /** @return the sign-in link; fails or throws with a plain sentence */
    static Future<String> link(Vertx vertx, Settings settings, List<String> arguments) {
        URI given = settings.http().publicUrl();
        if (given == null && settings.http().port() == 0) {
            throw new IllegalArgumentException("http.port: 0 (expected: the port that the server's log names)");
        }
        URI publicUrl = given != null
                ? given
                : URI.create("http://localhost:" + settings.http().port());
        InviteCommand command =
                new InviteCommand(vertx, settings.data().dir(), publicUrl, ServicesOf.accessRules(settings));
        return command.link(InviteCommand.invitee(
                arguments, settings.desks().stream().map(DeskSettings::id).toList()));
    }
}
