package madoguchi;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import madoguchi.access.Keys;
import madoguchi.call.zoom.ZoomAccount;
import madoguchi.call.zoom.ZoomDesk;
import madoguchi.call.zoom.ZoomVerticle;
import madoguchi.desk.Outcome;
import madoguchi.settings.DeskSettings;
import madoguchi.settings.Secret;
import madoguchi.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Hands the Zoom provider the settings that it lives by. */
final class ZoomOf {

    private ZoomOf() {}

    /** Empty where no desk has its calls at Zoom. */
    static Optional<ZoomVerticle> settings(Settings settings, Keys keys, InstantSource clock) {
        return desks(settings).isEmpty()
                ? Optional.empty()
                : Optional.of(new ZoomVerticle(account(settings), keys.hash(), new SecureRandom(), clock));
    }

    /** With the account, client and client secret that the settings demand as soon as a desk is at Zoom. */
    static ZoomAccount account(Settings settings) {
        Settings.Zoom zoom = settings.call().zoom();
        return new ZoomAccount(
                required(zoom.account()),
                required(zoom.client()),
                new ZoomAccount.Secrets(
                        required(reveal(zoom.clientSecret())),
                        reveal(zoom.webhookSecret()),
                        reveal(zoom.oldWebhookSecret()),
                        reveal(zoom.flowSecret())),
                zoom.oauthUrl(),
                zoom.apiUrl(),
                zoom.poll(),
                zoom.unknownAfter());
    }

    static List<ZoomDesk> desks(Settings settings) {
        return settings.desks().stream()
                .filter(desk -> desk.provider() == DeskSettings.Provider.ZOOM)
                .map(desk -> desk(desk, settings.call().zoom()))
                .toList();
    }

    static ZoomDesk desk(DeskSettings desk, Settings.Zoom account) {
        DeskSettings.Zoom zoom = desk.zoom();
        String environment = zoom.environment().name().toLowerCase(Locale.ROOT);
        int dot = zoom.variable().indexOf('.');
        Map<String, Outcome> outcomes = zoom.dispositions().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> Outcome.valueOf(entry.getValue().name())));
        return new ZoomDesk(
                desk.id(),
                zoom.entries(),
                zoom.queues(),
                new ZoomDesk.Page(
                        environment,
                        account.sdk(),
                        zoom.variable().substring(0, dot),
                        zoom.variable().substring(dot + 1),
                        zoom.loadWithin(),
                        zoom.rejoin()),
                zoom.variableName(),
                account.answeredBy() == Settings.AnsweredBy.BROWSER,
                outcomes);
    }

    private static @Nullable String reveal(@Nullable Secret secret) {
        return secret == null ? null : secret.reveal();
    }

    private static String required(@Nullable String text) {
        if (text == null) {
            throw new IllegalStateException("call.zoom: incomplete (expected: refused with the settings)");
        }
        return text;
    }
}
