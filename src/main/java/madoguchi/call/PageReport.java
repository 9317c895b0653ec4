package madoguchi.call;

import madoguchi.desk.CallReport;
import org.jspecify.annotations.Nullable;

/**
 * What the caller's call page says.
 *
 * @param engagement the provider's own name of the call, where the page knows it
 * @param reason why the call failed, a word of the contract
 */
public record PageReport(
        CallReport report,
        @Nullable String engagement,
        @Nullable String reason) {}
