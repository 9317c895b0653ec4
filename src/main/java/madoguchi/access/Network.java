package madoguchi.access;

import io.netty.util.NetUtil;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The addresses that begin with the same bits. */
final class Network {

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private final byte[] address;
    private final int prefix;

    private Network(byte[] address, int prefix) {
        this.address = address;
        this.prefix = prefix;
    }

    /** @param text {@code address/prefix length} */
    static Network of(String text) {
        String[] parts = text.split("/", 2);
        byte[] address = bytes(parts[0]);
        int prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : Integer.MAX_VALUE;
        if (address == null) {
            throw new IllegalArgumentException("network: " + text + " (expected: address/prefix length)");
        }
        return new Network(address, Math.min(prefix, address.length * 8));
    }

    boolean contains(byte[] other) {
        return other.length == address.length && Arrays.equals(masked(address, prefix), masked(other, prefix));
    }

    /** Keeps the first bits and clears the rest. */
    static byte[] masked(byte[] address, int prefix) {
        byte[] masked = address.clone();
        for (int bit = prefix; bit < address.length * 8; bit++) {
            masked[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        return masked;
    }

    /** An address' bytes, those of IPv4 where it is one in the clothes of IPv6; null where it is none. */
    static byte @Nullable [] bytes(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        boolean mapped = bytes != null && bytes.length == 16 && Arrays.equals(Arrays.copyOf(bytes, 12), MAPPED);
        return mapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
    }
}
