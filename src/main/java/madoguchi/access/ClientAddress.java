package madoguchi.access;

import io.netty.util.NetUtil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose request it is, for limits. Every proxy appends to {@code X-Forwarded-For} whom it spoke to, so the header is believed from
 * its right end and only as far as our own proxies wrote it; the left end is what the client likes. Immutable.
 */
public final class ClientAddress {

    /** The customer's part of an IPv6 address: whoever has one has all of them. */
    private static final int IPV6_PREFIX = 64;

    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]+)](?::\\d+)?|([0-9.]+):\\d+");

    private final List<Network> trusted;

    /** @param trustedProxies each as {@code address/prefix length} */
    public ClientAddress(Collection<String> trustedProxies) {
        trusted = trustedProxies.stream().map(Network::of).toList();
    }

    /**
     * The first address from the right that is no proxy of ours, IPv6 as its /64.
     *
     * @param peer the address the connection comes from
     * @param forwardedFor all {@code X-Forwarded-For} headers in order
     */
    public String of(String peer, List<String> forwardedFor) {
        String client = peer;
        List<String> hops = hops(forwardedFor);
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            String hop = withoutPort(hops.get(i).strip());
            if (Network.bytes(hop) == null) {
                break;
            }
            client = hop;
        }
        return shared(client);
    }

    private boolean isTrusted(String address) {
        byte[] bytes = Network.bytes(address);
        return bytes != null && trusted.stream().anyMatch(network -> network.contains(bytes));
    }

    private static List<String> hops(List<String> headers) {
        List<String> hops = new ArrayList<>();
        headers.forEach(header -> hops.addAll(List.of(header.split(",", -1))));
        return hops;
    }

    private static String withoutPort(String hop) {
        Matcher port = WITH_PORT.matcher(hop);
        if (!port.matches()) {
            return hop;
        }
        return port.group(1) == null ? port.group(2) : port.group(1);
    }

    private static String shared(String address) {
        byte[] bytes = Network.bytes(address);
        if (bytes == null) {
            return address;
        }
        return bytes.length == 4
                ? NetUtil.bytesToIpAddress(bytes)
                : NetUtil.bytesToIpAddress(Network.masked(bytes, IPV6_PREFIX)) + "/" + IPV6_PREFIX;
    }
}
