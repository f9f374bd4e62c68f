package io.pgdouble.auth;

import io.pgdouble.settings.ServerSettings;

/**
 * What the majors call an authentication file that cannot be opened, and whether they know lines
 * that include others. {@code hba.c: load_hba, load_ident, tokenize_inc_file} up to 15, {@code
 * open_auth_file} since. A table.
 */
record AuthFileWords(Kind kind, int major) {
  /** Which of the two files is read. */
  enum Kind {
    HBA("hba_file", "configuration file"),
    IDENT("ident_file", "usermap file");

    private final String setting;
    private final String label;

    Kind(String setting, String label) {
      this.setting = setting;
      this.label = label;
    }
  }

  private static final int FIRST_WITH_INCLUDES = 16;

  static AuthFileWords of(Kind kind, ServerSettings settings) {
    return new AuthFileWords(kind, settings.major());
  }

  /** The path that the settings name. */
  String path(ServerSettings settings) {
    return settings.text(kind.setting);
  }

  boolean knowsIncludes() {
    return major >= FIRST_WITH_INCLUDES;
  }

  /** The file itself cannot be opened. */
  String couldNotOpen(String file) {
    String label = knowsIncludes() ? "file" : kind.label;
    return "could not open " + label + " \"" + file + "\": ";
  }

  /** A file that is named in a line, after an at sign, cannot be opened. */
  String couldNotOpenNamed(String name, String file) {
    return knowsIncludes()
        ? couldNotOpen(file)
        : "could not open secondary authentication file \"@" + name + "\" as \"" + file + "\": ";
  }
}
