package madoguchi.settings;

import io.netty.util.NetUtil;

/** Networks as {@code address/prefix length}; a single address has the whole length. */
final class NetworkForm {

    static final Form<String> NETWORK =
            new Form<>("an address or a network such as 10.0.0.0/8 or 2001:db8::/32", NetworkForm::network);

    private NetworkForm() {}

    private static String network(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            throw new IllegalArgumentException();
        }
        int bits = bytes.length * 8;
        int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        return Forms.accepted(address + "/" + prefix, any -> prefix >= 0 && prefix <= bits);
    }
}
