package madoguchi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import madoguchi.access.Sessions.Invited;
import madoguchi.access.Sessions.Keyring;
import madoguchi.access.Sessions.SignedIn;
import madoguchi.desk.Role;
import madoguchi.journal.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the real store: what may still be used is the store's to say. */
class SessionsTest {

    private static final AccessRules RULES =
            new AccessRules(Duration.ofHours(12), Duration.ofMinutes(30), Duration.ofHours(24), Duration.ofDays(365));
    private static final Invitee HANAKO =
            new Invitee("Hanako", Set.of(Role.OPERATOR), List.of("helpdesk"), Set.of("ja", "en"));

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    private Path folder;

    private Instant now = Instant.now();
    private SqliteStore store;
    private Sessions sessions;

    @BeforeEach
    void open() {
        Keys keys = Keys.make(folder, new SecureRandom(), now);
        store = SqliteStore.open(vertx, folder).await();
        Keyring keyring = new Keyring(new Tokens(vertx, keys, () -> now), keys.hash(), new SecureRandom());
        sessions = new Sessions(keyring, store.credentials(), store.privateTable(), RULES, () -> now);
    }

    @AfterEach
    void close() {
        store.close().await();
        vertx.close().await();
    }

    @Test
    void redeem_aLink_beginsASessionWithWhatTheLinkGrants() {
        Invited invited = sessions.invite(HANAKO).await();
        SignedIn signedIn = sessions.redeem(invited.token()).await();
        assertThat(signedIn.pass().operator()).isEqualTo(invited.operator());
        assertThat(signedIn.pass().roles()).containsExactly(Role.OPERATOR);
        assertThat(signedIn.pass().desks()).containsExactly("helpdesk");
        assertThat(signedIn.pass().languages()).containsExactlyInAnyOrder("ja", "en");
        assertThat(sessions.verify(signedIn.token()).await()).isEqualTo(signedIn.pass());
    }

    @Test
    void redeem_racing_succeedsOnce() {
        String token = sessions.invite(HANAKO).await().token();
        List<Future<SignedIn>> races =
                IntStream.range(0, 50).mapToObj(racer -> sessions.redeem(token)).toList();
        Future.join(races).otherwiseEmpty().await();
        assertThat(races).filteredOn(Future::succeeded).hasSize(1);
        assertThat(races).filteredOn(Future::failed).allMatch(race -> race.cause() instanceof UnauthenticatedException);
    }

    @Test
    void redeem_tooLate_isRefused() {
        String token = sessions.invite(HANAKO).await().token();
        now = now.plus(Duration.ofHours(24)).plusSeconds(1);
        assertRefused(sessions.redeem(token));
    }

    @Test
    void redeem_aSessionsToken_isRefused() {
        assertRefused(sessions.redeem(signIn(HANAKO).token()));
    }

    @Test
    void invite_theSameName_bringsBackTheSameOperator() {
        SignedIn first = signIn(HANAKO);
        SignedIn later = signIn(HANAKO);
        assertThat(later.pass().operator()).isEqualTo(first.pass().operator());
        assertThat(signIn(named("Taro")).pass().operator())
                .isNotEqualTo(first.pass().operator());
    }

    @Test
    void invite_namesAreGoneAtTheirDate_andWithThemWhoTheyWere() {
        Invited first = sessions.invite(HANAKO).await();
        String operator = first.operator().value();
        assertThat(store.privateTable().get(List.of(operator)).await()).containsEntry(operator, "Hanako");
        store.privateTable().deleteDue(now.plus(Duration.ofDays(366))).await();
        assertThat(store.privateTable().get(List.of(operator)).await()).isEmpty();
        assertThat(sessions.invite(HANAKO).await().operator()).isNotEqualTo(first.operator());
    }

    @Test
    void signIn_withOtherRoles_endsTheSessionBefore() {
        SignedIn operator = signIn(HANAKO);
        SignedIn supervisor = signIn(new Invitee("Hanako", Set.of(Role.SUPERVISOR), List.of("helpdesk"), Set.of()));
        assertThat(supervisor.pass().operator()).isEqualTo(operator.pass().operator());
        assertRefused(sessions.verify(operator.token()));
        assertThat(sessions.verify(supervisor.token()).await().roles()).containsExactly(Role.SUPERVISOR);
    }

    @Test
    void signOut_revokesThatSessionAlone() {
        SignedIn hanako = signIn(HANAKO);
        SignedIn taro = signIn(named("Taro"));
        sessions.signOut(hanako.pass()).await();
        assertRefused(sessions.verify(hanako.token()));
        assertThat(sessions.verify(taro.token()).await()).isEqualTo(taro.pass());
    }

    @Test
    void end_revokesAllOfAnOperator() {
        SignedIn hanako = signIn(HANAKO);
        sessions.end(hanako.pass().operator()).await();
        assertRefused(sessions.verify(hanako.token()));
    }

    @Test
    void verify_idleForTooLong_endsTheSessionForGood() {
        SignedIn signedIn = signIn(HANAKO);
        now = now.plus(Duration.ofMinutes(31));
        assertRefused(sessions.verify(signedIn.token()));
        assertThat(store.credentials().valid(signedIn.pass().session(), now).await())
                .isFalse();
    }

    @Test
    void verify_withSignsOfLife_lastsUntilTheSessionsEnd() {
        SignedIn signedIn = signIn(HANAKO);
        for (int i = 0; i < 12; i++) {
            now = now.plus(Duration.ofMinutes(29));
            assertThat(sessions.verify(signedIn.token()).await()).isEqualTo(signedIn.pass());
            now = now.plus(Duration.ofMinutes(29));
            sessions.touch(signedIn.pass());
        }
        now = signedIn.pass().expires();
        assertRefused(sessions.verify(signedIn.token()));
    }

    @Test
    void inviteCommand_besideTheServer_makesALinkTheServerTakes() {
        URI publicUrl = URI.create("http://localhost:8080");
        InviteCommand command = new InviteCommand(vertx, folder, publicUrl, RULES);
        String link = command.link(InviteCommand.invitee(List.of("--name", "Jiro"), List.of("helpdesk")))
                .await();
        assertThat(link).startsWith("http://localhost:8080/console/#invitation=");
        now = Instant.now();
        SignedIn signedIn =
                sessions.redeem(link.substring(link.indexOf('=') + 1)).await();
        assertThat(signedIn.pass().roles()).containsExactlyInAnyOrder(Role.values());
        assertThat(signedIn.pass().desks()).containsExactly("helpdesk");
    }

    @Test
    void inviteCommand_readsItsWords() {
        List<String> words =
                List.of("--name", "Jiro", "--role", "operator", "--desk", "b", "--language", "ja", "--language", "en");
        assertThat(InviteCommand.invitee(words, List.of("a", "b")))
                .isEqualTo(new Invitee("Jiro", Set.of(Role.OPERATOR), List.of("b"), Set.of("ja", "en")));
    }

    @Test
    void inviteCommand_wrongWords_areToldPlainly() {
        List<String> desks = List.of("a");
        assertThatThrownBy(() -> InviteCommand.invitee(List.of("--desk", "x"), desks))
                .hasMessage("--desk: x (expected: one of [a])");
        assertThatThrownBy(() -> InviteCommand.invitee(List.of("--role", "boss"), desks))
                .hasMessage("--role: boss (expected: operator or supervisor)");
        assertThatThrownBy(() -> InviteCommand.invitee(List.of("--name"), desks))
                .hasMessage("name:  (expected: 1 to 60 characters)");
        assertThatThrownBy(() -> InviteCommand.invitee(List.of("please"), desks))
                .hasMessageStartingWith("please (expected: invite [--name NAME]");
    }

    private SignedIn signIn(Invitee invitee) {
        return sessions.invite(invitee)
                .compose(invited -> sessions.redeem(invited.token()))
                .await();
    }

    private static Invitee named(String name) {
        return new Invitee(name, Set.of(Role.OPERATOR), List.of("helpdesk"), Set.of());
    }

    private static void assertRefused(Future<?> future) {
        assertThatThrownBy(future::await).isInstanceOf(UnauthenticatedException.class);
    }
}
