package io.pgdouble.relay;

import java.util.Optional;

/**
 * What a server answered otherwise than the one that was recorded.
 *
 * @param connection as the recording names it
 * @param request what the frontend had last said on it; empty if nothing
 * @param expected what was recorded; empty where nothing was
 * @param found what came; empty where nothing did
 */
public record ReplayDifference(
    String connection, String request, Optional<String> expected, Optional<String> found) {
  @Override
  public String toString() {
    return "%s after %s%n  - %s%n  + %s"
        .formatted(connection, request, expected.orElse("(nothing)"), found.orElse("(nothing)"));
  }
}
