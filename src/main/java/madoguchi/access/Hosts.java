package madoguchi.access;

import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names we answer to. Everything else is a mistake or a page that has our address as its own (DNS rebinding). Immutable. */
public final class Hosts {

    private static final Pattern FORM = Pattern.compile("([a-z0-9.-]{1,253}|\\[[0-9a-f:.]{2,45}])(:[0-9]{1,5})?");
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> allowed;

    private Hosts(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /** @param others further names, with the port where it is not the usual one */
    public static Hosts of(URI publicUrl, Collection<String> others) {
        Set<String> allowed = names(publicUrl);
        others.forEach(host -> allowed.add(host.toLowerCase(Locale.ROOT)));
        return new Hosts(allowed);
    }

    /** These, and another origin's. */
    public Hosts and(URI origin) {
        Set<String> all = new HashSet<>(allowed);
        all.addAll(names(origin));
        return new Hosts(all);
    }

    /** These, and the names of this very machine at that port, for a server that listens on a loopback address. */
    public Hosts andLoopback(int port) {
        Set<String> all = new HashSet<>(allowed);
        LOOPBACK.forEach(host -> all.addAll(names(host, port)));
        return new Hosts(all);
    }

    /** @param hosts all {@code Host} headers of a request (or its one authority): exactly one is right */
    public boolean allow(List<String> hosts) {
        if (hosts.size() != 1) {
            return false;
        }
        String host = hosts.get(0).toLowerCase(Locale.ROOT);
        return FORM.matcher(host).matches() && allowed.contains(host);
    }

    private static Set<String> names(URI origin) {
        int usual = "https".equals(origin.getScheme()) ? 443 : 80;
        return names(origin.getHost(), origin.getPort() < 0 ? usual : origin.getPort());
    }

    /** Browsers leave a scheme's own port away. */
    private static Set<String> names(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        Set<String> names = new HashSet<>(Set.of(name + ":" + port));
        if (port == 80 || port == 443) {
            names.add(name);
        }
        return names;
    }
}
