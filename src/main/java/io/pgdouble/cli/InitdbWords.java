package io.pgdouble.cli;

/** What the {@code initdb} of a major does or words otherwise than that of 16. A table. */
record InitdbWords(int major) {
  private static final int FIRST_WITH_HINTS = 15;
  private static final int FIRST_WITH_QUOTED_NAMES = 17;
  private static final int FIRST_WITH_CHECKSUMS = 18;

  String selecting(String setting, String value) {
    String name = major >= FIRST_WITH_QUOTED_NAMES ? "\"" + setting + "\"" : setting;
    return "selecting default " + name + " ... " + value;
  }

  /** Whether data pages have checksums unless somebody says otherwise. */
  boolean checksumsByDefault() {
    return major >= FIRST_WITH_CHECKSUMS;
  }

  String trustWarning() {
    String warning = "initdb: warning: enabling \"trust\" authentication for local connections\n";
    String advice = "You can change this by editing pg_hba.conf or using the option -A, or";
    String rest = "--auth-local and --auth-host, the next time you run initdb.";
    return major >= FIRST_WITH_HINTS
        ? warning + "initdb: hint: " + advice + " " + rest
        : warning + advice + "\n" + rest;
  }
}
