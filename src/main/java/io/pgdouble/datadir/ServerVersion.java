package io.pgdouble.datadir;

import io.pgdouble.facts.Facts;

/** What a server of a major calls itself: {@code PG_VERSION} of {@code pg_config.h}. */
public final class ServerVersion {
  private ServerVersion() {}

  /**
   * Such as {@code 16.9}.
   *
   * @param major of which facts were learned
   */
  public static String text(int major) {
    return Facts.of(major).table("pg_settings").rows().stream()
        .filter(row -> row.text("name").equals("server_version"))
        .map(row -> row.text("setting"))
        .findFirst()
        .orElseThrow();
  }
}
