package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private final RateLimit limit = new RateLimit();

    private static MultiMap headers(String name, String value) {
        return MultiMap.caseInsensitiveMultiMap().add(name, value);
    }

    @Test
    void requests_atOnce_areSpread() {
        limit.take(limit.next(NOW));
        Instant second = limit.next(NOW);
        assertThat(second).isEqualTo(NOW.plusMillis(200));
        limit.take(second);
        assertThat(limit.next(NOW)).isEqualTo(NOW.plusMillis(400));
        assertThat(limit.next(NOW.plusSeconds(9))).isEqualTo(NOW.plusSeconds(9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Retry-After       | 30                            | 2026-11-24T09:00:30Z
                    Retry-After       | 2026-11-24T12:00:00Z          | 2026-11-24T12:00:00Z
                    Retry-After       | Tue, 24 Nov 2026 12:00:00 GMT | 2026-11-24T12:00:00Z
                    Retry-After       | 2036-11-24T12:00:00Z          | 2026-11-25T09:00:00Z
                    Retry-After       | soon                          | 2026-11-24T09:00:01Z
                    X-RateLimit-Reset | 3                             | 2026-11-24T09:00:03Z
                    X-RateLimit-Reset | 1795510805                    | 2026-11-24T09:00:05Z
                    X-RateLimit-Reset | 1795510805500                 | 2026-11-24T09:00:05.500Z
                    X-RateLimit-Type  | QPS                           | 2026-11-24T09:00:01Z
                    """)
    void refusal_saysWhenToComeBack(String header, String value, Instant back) {
        limit.heed(429, headers(header, value), NOW);
        assertThat(limit.next(NOW)).isEqualTo(back);
    }

    @Test
    void answer_thatLeavesNothing_pausesToo() {
        limit.heed(200, headers("X-RateLimit-Remaining", "0").add("X-RateLimit-Reset", "2"), NOW);
        assertThat(limit.next(NOW)).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void answer_thatLeavesSome_pausesNobody() {
        limit.heed(200, headers("X-RateLimit-Remaining", "7").add("X-RateLimit-Reset", "2"), NOW);
        assertThat(limit.next(NOW)).isEqualTo(NOW);
    }
}
