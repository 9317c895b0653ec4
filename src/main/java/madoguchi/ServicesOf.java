package madoguchi;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.openapi.contract.OpenAPIContract;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import madoguchi.access.AccessRules;
import madoguchi.access.CallCodes;
import madoguchi.access.ClientAddress;
import madoguchi.access.Hosts;
import madoguchi.access.JoinLimit;
import madoguchi.access.KeyedHash;
import madoguchi.access.Keys;
import madoguchi.access.SameOrigin;
import madoguchi.access.SessionCookie;
import madoguchi.access.Sessions;
import madoguchi.access.Tokens;
import madoguchi.call.zoom.ZoomVerticle;
import madoguchi.http.Contract;
import madoguchi.http.Services;
import madoguchi.http.WebRoot;
import madoguchi.journal.SqliteStore;
import madoguchi.settings.Settings;

/** Makes what the HTTP handlers are made of. */
final class ServicesOf {

    private ServicesOf() {}

    /** What is made before the HTTP side listens. */
    record Base(
            Settings settings,
            DataOf.Opened data,
            Future<Shipped> shipped,
            Optional<ZoomVerticle> zoom,
            InstantSource clock) {

        Keys keys() {
            return data.keys();
        }

        SqliteStore store() {
            return data.store();
        }
    }

    /** What comes with the jar: to be read while the journal is opened, because it takes as long. */
    record Shipped(WebRoot webRoot, OpenAPIContract contract) {

        static Future<Shipped> load(Vertx vertx) {
            Future<OpenAPIContract> contract = Contract.load(vertx);
            Future<WebRoot> webRoot = vertx.executeBlocking(WebRoot::load, false);
            return Future.all(webRoot, contract).map(all -> new Shipped(webRoot.result(), contract.result()));
        }
    }

    static Future<Services> make(Vertx vertx, Base base, Address address) {
        return base.shipped().map(shipped -> {
            Settings settings = base.settings();
            InstantSource clock = base.clock();
            KeyedHash hash = base.keys().hash();
            SecureRandom random = new SecureRandom();
            Tokens tokens = new Tokens(vertx, base.keys(), clock);
            return new Services(
                    shipped.contract(),
                    shipped.webRoot(),
                    address.publicUrl(),
                    hosts(settings, address),
                    new SameOrigin(address.publicUrl()),
                    new SessionCookie(address.publicUrl()),
                    new Sessions(
                            new Sessions.Keyring(tokens, hash, random),
                            base.store().credentials(),
                            base.store().privateTable(),
                            accessRules(settings),
                            clock),
                    new CallCodes(tokens, base.store().credentials(), random, clock),
                    settings.call().origin(),
                    tokens,
                    hash,
                    new JoinLimit(
                            settings.limits().joinsPerMinute(),
                            settings.limits().addresses(),
                            hash),
                    new ClientAddress(settings.http().trustedProxies()),
                    base.store().privateTable(),
                    base.zoom(),
                    settings.http().bodyLimit(),
                    settings.privacy().callerTexts(),
                    random,
                    clock);
        });
    }

    /** Where we listen, and what people call it. */
    record Address(URI publicUrl, String bind, int port) {}

    private static Hosts hosts(Settings settings, Address address) {
        Hosts hosts = Hosts.of(address.publicUrl(), settings.http().hosts());
        URI call = settings.call().origin();
        if (call != null) {
            hosts = hosts.and(call);
        }
        boolean loopback = address.bind().startsWith("127.")
                || address.bind().equals("::1")
                || address.bind().equals("localhost");
        return loopback ? hosts.andLoopback(address.port()) : hosts;
    }

    static AccessRules accessRules(Settings settings) {
        return new AccessRules(
                settings.access().session(),
                settings.access().idle(),
                settings.access().invitation(),
                settings.privacy().operatorNames());
    }
}
