package madoguchi.call;

import org.jspecify.annotations.Nullable;

/**
 * The page on which a caller takes the call.
 *
 * @param path in the web root
 * @param policy its content security policy, without {@code frame-ancestors}; null: the one of all our pages
 * @param permissions its permissions policy
 */
public record CallPage(String path, @Nullable String policy, String permissions) {}
