package io.pgdouble.tls;

import io.pgdouble.settings.ServerSettings;
import java.util.ArrayList;
import java.util.List;

/** The versions of TLS. {@code guc_tables.c: ssl_protocol_versions_info}. */
enum Versions {
  TLS_1_0("TLSv1"),
  TLS_1_1("TLSv1.1"),
  TLS_1_2("TLSv1.2"),
  TLS_1_3("TLSv1.3");

  private final String word;

  Versions(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  private static Versions of(String setting, Versions otherwise) {
    for (Versions version : values()) {
      if (version.word.equalsIgnoreCase(setting)) {
        return version;
      }
    }
    return otherwise;
  }

  static Versions least(ServerSettings settings) {
    return of(settings.text("ssl_min_protocol_version"), TLS_1_0);
  }

  static Versions greatest(ServerSettings settings) {
    return of(settings.text("ssl_max_protocol_version"), TLS_1_3);
  }

  /** All that are allowed, in Java's names, which are the same. */
  static List<String> allowed(ServerSettings settings) {
    List<String> words = new ArrayList<>();
    for (Versions version : values()) {
      boolean allowed =
          version.compareTo(least(settings)) >= 0 && version.compareTo(greatest(settings)) <= 0;
      if (allowed) {
        words.add(version.word);
      }
    }
    return words;
  }
}
