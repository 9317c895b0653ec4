package madoguchi.desk.waits;

import madoguchi.desk.WaitRange;
import org.jspecify.annotations.Nullable;

/**
 * What a caller was told when they joined.
 *
 * @param ahead the counted tickets ahead then
 * @param point the mean of the wait then, in seconds; 0 or NaN where no wait was to come or none could be known
 * @param range the range told, or null if none was
 */
public record Promise(int ahead, double point, @Nullable WaitRange range) {}
