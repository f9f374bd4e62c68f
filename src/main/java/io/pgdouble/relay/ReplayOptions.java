package io.pgdouble.relay;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a recording is said again.
 *
 * @param server to whom
 * @param speed how many times as fast as it was recorded; 0 as fast as the server answers
 * @param volatileColumns names of columns, as a whole, whose values may differ
 */
public record ReplayOptions(ServerUrl server, double speed, List<Pattern> volatileColumns) {
  public ReplayOptions {
    volatileColumns = List.copyOf(volatileColumns);
  }
}
