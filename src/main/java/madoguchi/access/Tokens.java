package madoguchi.access;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import madoguchi.access.Keys.SigningKey;
import madoguchi.desk.OperatorId;
import madoguchi.desk.Role;
import madoguchi.desk.TicketId;

/**
 * Issues and verifies our tokens: JWTs of five kinds told apart by {@code aud}. Whatever is wrong with one, its future fails
 * with {@link UnauthenticatedException}. Whether an operator's or an invitation still holds is known to {@link Sessions}. Any
 * thread.
 */
public final class Tokens {

    static final String ISSUER = "madoguchi";

    private static final String TICKET = "ticket";
    private static final String OPERATOR = "operator";
    private static final String INVITATION = "invitation";
    private static final String CALL = "call";
    private static final String CALL_CODE = "call-code";

    private final Vertx vertx;
    private final InstantSource clock;
    private volatile Signer signer;

    public Tokens(Vertx vertx, Keys keys, InstantSource clock) {
        this.vertx = vertx;
        this.clock = clock;
        this.signer = signer(keys);
    }

    /** @param newest the library would sign with any of its keys, so this one has a single key */
    private record Signer(JWTAuth newest, JWTAuth all, Set<String> keyIds) {}

    /** From now on signs with these keys' newest and takes what any of them has signed. */
    public void use(Keys keys) {
        signer = signer(keys);
    }

    public String issue(TicketPass pass) {
        return issue(TICKET, pass.ticket().value(), new JsonObject().put("desk", pass.desk()), pass.expires());
    }

    /** For the call page on an origin of its own: good for the call, and for nothing else that a ticket may do. */
    String issueForCall(TicketPass pass) {
        return issue(CALL, pass.ticket().value(), new JsonObject().put("desk", pass.desk()), pass.expires());
    }

    String issue(CallCode code) {
        JsonObject claims = new JsonObject().put("desk", code.pass().desk()).put("jti", code.jti());
        return issue(
                CALL_CODE,
                code.pass().ticket().value(),
                claims.put("until", code.pass().expires().getEpochSecond()),
                code.expires());
    }

    public String issue(OperatorPass pass) {
        JsonObject claims = grants(pass.roles(), pass.desks(), pass.languages()).put("jti", pass.session());
        return issue(OPERATOR, pass.operator().value(), claims, pass.expires());
    }

    public String issue(Invitation invitation) {
        JsonObject claims = grants(invitation.roles(), invitation.desks(), invitation.languages())
                .put("jti", invitation.jti());
        return issue(INVITATION, invitation.operator().value(), claims, invitation.expires());
    }

    public Future<TicketPass> ticket(String token) {
        return verify(token, Set.of(TICKET), claims -> ticketPass(claims, claims.expires()));
    }

    /** A ticket's token, or one for its call alone. */
    public Future<TicketPass> ticketOrCall(String token) {
        return verify(token, Set.of(TICKET, CALL), claims -> ticketPass(claims, claims.expires()));
    }

    Future<CallCode> callCode(String token) {
        return verify(
                token,
                Set.of(CALL_CODE),
                claims -> new CallCode(ticketPass(claims, claims.time("until")), claims.text("jti"), claims.expires()));
    }

    private static TicketPass ticketPass(Claims claims, Instant expires) {
        return new TicketPass(new TicketId(claims.text("sub")), claims.text("desk"), expires);
    }

    public Future<OperatorPass> operator(String token) {
        return verify(
                token,
                Set.of(OPERATOR),
                claims -> new OperatorPass(
                        new OperatorId(claims.text("sub")),
                        claims.text("jti"),
                        roles(claims),
                        claims.texts("desks"),
                        Set.copyOf(claims.texts("languages")),
                        claims.expires()));
    }

    public Future<Invitation> invitation(String token) {
        return verify(
                token,
                Set.of(INVITATION),
                claims -> new Invitation(
                        new OperatorId(claims.text("sub")),
                        claims.text("jti"),
                        roles(claims),
                        claims.texts("desks"),
                        Set.copyOf(claims.texts("languages")),
                        claims.expires()));
    }

    private <P> Future<P> verify(String token, Set<String> audiences, Function<Claims, P> pass) {
        try {
            Claims claims = StrictJwt.claims(token, signer.keyIds());
            claims.require(audiences, clock.instant());
            P read = pass.apply(claims);
            return library(token).map(read).recover(e -> Future.failedFuture(refused()));
        } catch (UnauthenticatedException e) {
            return Future.failedFuture(e);
        } catch (RuntimeException e) { // the library throws as well as fails
            return Future.failedFuture(refused());
        }
    }

    /** Whether one of our keys has signed it: that much the library knows. */
    Future<?> library(String token) {
        return signer.all().authenticate(new TokenCredentials(token));
    }

    private static UnauthenticatedException refused() {
        return new UnauthenticatedException("token: not signed by us", "one that this desk has issued");
    }

    private String issue(String audience, String subject, JsonObject claims, Instant expires) {
        claims.put("iss", ISSUER)
                .put("aud", audience)
                .put("sub", subject)
                .put("iat", clock.instant().getEpochSecond())
                .put("exp", expires.getEpochSecond());
        return signer.newest().generateToken(claims, options().setNoTimestamp(true));
    }

    private Signer signer(Keys keys) {
        return new Signer(
                auth(List.of(keys.newest())),
                auth(keys.signing()),
                keys.signing().stream().map(SigningKey::id).collect(Collectors.toUnmodifiableSet()));
    }

    private JWTAuth auth(Collection<SigningKey> keys) {
        JWTAuthOptions options = new JWTAuthOptions().setJWTOptions(options());
        keys.forEach(key -> options.addPubSecKey(new PubSecKeyOptions()
                .setAlgorithm("HS256")
                .setId(key.id())
                .setBuffer(Buffer.buffer(key.key().getEncoded()))));
        return JWTAuth.create(vertx, options);
    }

    /** Times are {@link Claims}' business, by our own clock. */
    private static JWTOptions options() {
        return new JWTOptions().setAlgorithm("HS256").setIgnoreExpiration(true);
    }

    private static JsonObject grants(Set<Role> roles, List<String> desks, Set<String> languages) {
        List<String> names = roles.stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        return new JsonObject()
                .put("roles", new JsonArray(names))
                .put("desks", new JsonArray(desks))
                .put("languages", new JsonArray(languages.stream().sorted().toList()));
    }

    private static Set<Role> roles(Claims claims) {
        return claims.texts("roles").stream()
                .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
