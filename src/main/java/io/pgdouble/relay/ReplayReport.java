package io.pgdouble.relay;

import java.util.List;

/**
 * What a replay has shown.
 *
 * @param connections that were opened
 * @param sent messages of frontends
 * @param compared messages of backends
 * @param differences in the order of their finding
 */
public record ReplayReport(
    int connections, int sent, int compared, List<ReplayDifference> differences) {
  public ReplayReport {
    differences = List.copyOf(differences);
  }

  /** For people. */
  public String summary() {
    return "%d connections, %d messages sent, %d answers compared, %d differences"
        .formatted(connections, sent, compared, differences.size());
  }
}
