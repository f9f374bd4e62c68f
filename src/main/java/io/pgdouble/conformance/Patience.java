package io.pgdouble.conformance;

import java.time.Duration;

/**
 * How long a frontend waits for what must come, and what it does not do to the rest of a case once
 * it has waited in vain.
 *
 * @param limit of one wait
 */
public record Patience(Duration limit) {

  /** Enough for a busy machine. */
  public static final Patience USUAL = new Patience(Duration.ofSeconds(5));

  /** For servers that are known to answer at once or never. */
  public static final Patience SHORT = new Patience(Duration.ofMillis(700));
}
