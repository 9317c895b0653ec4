package madoguchi.access;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The cookie that carries an operator's token: for our origin alone, unseen by scripts. On plain {@code http://localhost} it
 * has to do without {@code Secure}, and so without the {@code __Host-} prefix. Immutable.
 */
public final class SessionCookie {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_.-]{1,4096}");

    private final boolean plain;

    /** @param publicUrl the origin people use */
    public SessionCookie(URI publicUrl) {
        plain = "http".equals(publicUrl.getScheme())
                && Set.of("localhost", "127.0.0.1").contains(String.valueOf(publicUrl.getHost()));
    }

    public String name() {
        return plain ? "madoguchi" : "__Host-madoguchi";
    }

    /** The {@code Set-Cookie} value that hands out a token. */
    public String set(String token, Duration maxAge) {
        return name() + "=" + token + "; Path=/; Max-Age=" + maxAge.toSeconds() + "; HttpOnly; SameSite=Lax"
                + (plain ? "" : "; Secure");
    }

    /** The {@code Set-Cookie} value that takes it back. */
    public String clear() {
        return set("", Duration.ZERO);
    }

    /**
     * The token, if there is exactly one. Two cookies of the name mean that somebody else has set one.
     *
     * @param headers all {@code Cookie} headers of a request
     */
    public Optional<String> read(List<String> headers) {
        List<String> found = new ArrayList<>();
        for (String header : headers) {
            for (String pair : header.split(";", -1)) {
                String[] nameAndValue = pair.strip().split("=", 2);
                if (nameAndValue.length == 2 && nameAndValue[0].equals(name())) {
                    found.add(nameAndValue[1]);
                }
            }
        }
        return found.size() == 1
                ? found.stream().filter(TOKEN.asMatchPredicate()).findFirst()
                : Optional.empty();
    }
}
