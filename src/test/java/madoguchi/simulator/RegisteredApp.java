package madoguchi.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import madoguchi.http.Caller;

/** The app that the account's admin has registered, as it asks the simulated Zoom. */
final class RegisteredApp {

    static final String GRANT = "/oauth/token?grant_type=account_credentials&account_id=" + Account.ID;

    private RegisteredApp() {}

    static String basic(String secret) {
        String pair = Account.CLIENT + ":" + secret;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    static Caller withToken(ZoomSimulator zoom) {
        Caller app = new Caller(zoom.url()).with("Authorization", basic(Account.CLIENT_SECRET));
        String token = app.post(GRANT).json().getString("access_token");
        return app.replacing("Authorization", "Bearer " + token);
    }
}
