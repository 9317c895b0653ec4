package madoguchi.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The forms of single values. */
final class Forms {

    static final Form<Path> PATH = new Form<>("a path", Path::of);
    static final Form<Integer> PORT = number(0, 65535);
    static final Form<ZoneId> ZONE = new Form<>("a time zone such as Asia/Tokyo", ZoneId::of);
    static final Form<String> HOST_NAME = matching(
            "a host name or address, with a port where it is not the usual one",
            "([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?(:\\d{1,5})?|\\[[0-9a-f:.]+](:\\d{1,5})?");
    static final Form<String> BIND = matching("an address or host name to listen on", "[A-Za-z0-9.-]+|[0-9A-Fa-f:.]+");
    static final Form<String> DESK_ID = matching("[a-z0-9], 1 to 40 characters", "[a-z0-9]{1,40}");
    static final Form<String> TOPIC_ID = matching("[a-z0-9-], 1 to 40 characters", "[a-z0-9-]{1,40}");
    static final Form<String> LANGUAGE = matching("a language tag such as ja", "[a-z]{2,3}(-[A-Za-z0-9]{2,4})?");
    static final Form<String> TEXT = new Form<>("a text, 1 to 500 characters", text -> accepted(text, Forms::isText));
    static final Form<Secret> SECRET =
            new Form<>("at least 16 characters", text -> new Secret(accepted(text, t -> t.length() >= 16)), true);
    static final Form<String> STUN = matching("stun:host:port", "stuns?:[A-Za-z0-9.\\[\\]:-]+");
    static final Form<String> TURN =
            matching("turn:host:port or turns:host:port", "turns?:[A-Za-z0-9.\\[\\]:-]+(\\?transport=(udp|tcp))?");
    static final Form<String> COUNTRY =
            new Form<>("an ISO 3166 country code such as JP, or none", text -> accepted(text, Forms::isCountryOrNone));
    static final Form<URI> ORIGIN = new Form<>("an origin such as https://www.example.org", Forms::origin);
    static final Form<URI> URL = new Form<>(
            "an https URL, or an http one of this machine", text -> accepted(URI.create(text), Forms::isSafe));
    static final Form<String> ZOOM_ID = matching("an id as Zoom shows it", "[A-Za-z0-9_=+/-]{1,128}");
    static final Form<String> WEBSITE_DATA = matching(
            "an Item Key and an Object Path with a dot between", "[A-Za-z_$][A-Za-z0-9_$]*\\.[A-Za-z_$][A-Za-z0-9_$]*");
    static final Form<String> VARIABLE = matching("the full name of a variable", "[A-Za-z0-9_.-]{1,120}");
    static final Form<String> MAIL_FORM = new Form<>(
            "an http(s) URL, {reference} in it where the ticket's reference goes",
            text -> accepted(text, Forms::isMailForm));

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})([A-Za-z]{1,3})");

    private Forms() {}

    static Form<Integer> number(int least, int most) {
        return new Form<>(
                "a whole number, " + least + " to " + most, text -> within(Long.parseLong(text), least, most));
    }

    static Form<Duration> duration(String least, String most) {
        return new Form<>("a duration such as 100ms, 15s, 8m, 12h; " + least + " to " + most, text -> {
            Duration duration = duration(text);
            boolean within = duration.compareTo(duration(least)) >= 0 && duration.compareTo(duration(most)) <= 0;
            return accepted(duration, any -> within);
        });
    }

    static Form<Integer> size(String least, String most) {
        return new Form<>(
                "a size such as 512B, 16KiB, 1MiB; " + least + " to " + most,
                text -> within(bytes(text), bytes(least), bytes(most)));
    }

    /** The constants of an enum in lower case, with hyphens. */
    static <E extends Enum<E>> Form<E> choice(Class<E> type) {
        String names = Arrays.stream(type.getEnumConstants()).map(Forms::word).collect(Collectors.joining(" or "));
        return new Form<>(
                names,
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> word(constant).equals(text))
                        .findAny()
                        .orElseThrow(IllegalArgumentException::new));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it is written in the settings. */
    static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (!duration.equals(Duration.ofSeconds(seconds))) {
            return duration.toMillis() + "ms";
        }
        if (seconds % 60 != 0) {
            return seconds + "s";
        }
        return seconds % 3600 == 0 && seconds > 0 ? seconds / 3600 + "h" : seconds / 60 + "m";
    }

    static <T> T accepted(T value, Predicate<T> condition) {
        if (!condition.test(value)) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    private static Form<String> matching(String expected, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return new Form<>(
                expected,
                text -> accepted(
                        text, t -> t.length() <= 255 && compiled.matcher(t).matches()));
    }

    private static int within(long value, long least, long most) {
        return Math.toIntExact(accepted(value, v -> v >= least && v <= most));
    }

    private static Duration duration(String text) {
        Matcher amount = amount(text);
        long number = Long.parseLong(amount.group(1));
        return switch (amount.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> throw new IllegalArgumentException();
        };
    }

    private static long bytes(String text) {
        Matcher amount = amount(text);
        long number = Long.parseLong(amount.group(1));
        return switch (amount.group(2)) {
            case "B" -> number;
            case "KiB" -> number << 10;
            case "MiB" -> number << 20;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Matcher amount(String text) {
        Matcher amount = AMOUNT.matcher(text);
        accepted(amount, Matcher::matches);
        return amount;
    }

    /** Exactly as browsers send it: lower case, no default port, nothing after the host. */
    private static URI origin(String text) {
        URI uri = URI.create(text);
        String host = accepted(String.valueOf(uri.getHost()), h -> !h.equals("null"));
        int usualPort = "https".equals(uri.getScheme()) ? 443 : 80;
        accepted(uri.getPort(), port -> port != usualPort && port != 0 && port <= 65535);
        String exact = uri.getScheme() + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        accepted(text, t -> t.equals(exact) && t.equals(t.toLowerCase(Locale.ROOT)));
        return accepted(uri, u -> Set.of("http", "https").contains(u.getScheme()));
    }

    private static boolean isSafe(URI uri) {
        boolean local = Set.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(uri.getHost()));
        return uri.getHost() != null && ("https".equals(uri.getScheme()) || (local && "http".equals(uri.getScheme())));
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= 500 && text.chars().noneMatch(c -> c < ' ' && c != '\n');
    }

    private static boolean isMailForm(String text) {
        URI uri = URI.create(text.replace("{reference}", "0000000"));
        return uri.getHost() != null && Set.of("http", "https").contains(String.valueOf(uri.getScheme()));
    }

    private static boolean isCountryOrNone(String text) {
        return text.equals("none") || Set.of(Locale.getISOCountries()).contains(text);
    }
}
