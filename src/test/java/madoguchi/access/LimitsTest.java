package madoguchi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose request it is, and how many they may make. */
class LimitsTest {

    private static final KeyedHash HASH = new KeyedHash(Forge.key(1));

    private final Clock clock = new Clock();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // without a proxy of ours the header is the client's own invention
                "198.51.100.7 | -                                  | 198.51.100.7",
                "198.51.100.7 | 1.2.3.4                            | 198.51.100.7",
                // the right-most hop that is no proxy of ours
                "10.0.0.1     | 198.51.100.7                       | 198.51.100.7",
                "10.0.0.1     | 1.2.3.4, 198.51.100.7              | 198.51.100.7",
                "10.0.0.1     | 1.2.3.4, 198.51.100.7, 10.9.9.9    | 198.51.100.7",
                "10.0.0.1     | 1.2.3.4;198.51.100.7               | 198.51.100.7",
                "10.0.0.1     | 10.0.0.2                           | 10.0.0.2",
                "10.0.0.1     | -                                  | 10.0.0.1",
                // with a port, as some proxies write it
                "10.0.0.1     | 198.51.100.7:4711                  | 198.51.100.7",
                "10.0.0.1     | [2001:db8:1:2:3::4]:4711           | 2001:db8:1:2::/64",
                // what is no address ends the walk at the proxy that let it through
                "10.0.0.1     | 198.51.100.7, unknown              | 10.0.0.1",
                "10.0.0.1     | 198.51.100.7, , 10.0.0.3           | 10.0.0.3",
                // IPv6 per /64, IPv4 in its clothes as itself
                "2001:db8:1:2:aaaa::1    | -                       | 2001:db8:1:2::/64",
                "2001:db8:1:2:bbbb:1::9  | -                       | 2001:db8:1:2::/64",
                "2001:db8:1:3::1         | -                       | 2001:db8:1:3::/64",
                "::ffff:198.51.100.7     | -                       | 198.51.100.7",
                "::ffff:10.0.0.1         | 198.51.100.7            | 198.51.100.7",
                "2001:db8:ffff::1        | 198.51.100.7            | 198.51.100.7"
            })
    void clientAddress_isTheRightmostThatIsNoProxyOfOurs(String peer, String forwarded, String expected) {
        ClientAddress addresses = new ClientAddress(List.of("10.0.0.0/8", "2001:db8:ffff::/48"));
        List<String> headers = forwarded == null ? List.of() : List.of(forwarded.split(";", -1));
        assertThat(addresses.of(peer, headers)).isEqualTo(expected);
    }

    @Test
    void clientAddress_networkOfOddBits() {
        ClientAddress addresses = new ClientAddress(List.of("10.128.0.0/9", "192.0.2.1/32"));
        assertThat(addresses.of("10.200.0.1", List.of("1.2.3.4"))).isEqualTo("1.2.3.4");
        assertThat(addresses.of("10.100.0.1", List.of("1.2.3.4"))).isEqualTo("10.100.0.1");
        assertThat(addresses.of("192.0.2.1", List.of("1.2.3.4"))).isEqualTo("1.2.3.4");
        assertThat(addresses.of("192.0.2.2", List.of("1.2.3.4"))).isEqualTo("192.0.2.2");
        assertThatThrownBy(() -> new ClientAddress(List.of("proxy/8")))
                .hasMessage("network: proxy/8 (expected: address/prefix length)");
    }

    @Test
    void take_aMinutesWorth_mayComeAtOnceAndTheNextWaits() {
        JoinLimit limit = new JoinLimit(3, 100, HASH, clock);
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("198.51.100.7")).isZero();
        }
        assertThat(limit.take("198.51.100.7")).isEqualTo(Duration.ofSeconds(20));
        assertThat(limit.take("198.51.100.8")).isZero();
    }

    @Test
    void take_afterTheWaitItWasTold_isAllowedOnce() {
        JoinLimit limit = new JoinLimit(1, 100, HASH, clock);
        limit.take("a");
        Duration wait = limit.take("a");
        clock.nanos += wait.toNanos() - 1;
        assertThat(limit.take("a")).isEqualTo(Duration.ofNanos(1));
        clock.nanos += 1;
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isPositive();
    }

    @Test
    void take_aQuietMinute_restoresAllButNoMore() {
        JoinLimit limit = new JoinLimit(2, 100, HASH, clock);
        limit.take("a");
        limit.take("a");
        clock.nanos += Duration.ofHours(1).toNanos();
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isPositive();
    }

    private static final class Clock implements TimeMeter {

        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
