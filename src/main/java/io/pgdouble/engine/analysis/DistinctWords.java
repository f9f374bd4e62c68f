package io.pgdouble.engine.analysis;

/** What DISTINCT is of, for the complaint about ORDER BY. */
enum DistinctWords {
  OF_SELECT("for SELECT DISTINCT, ORDER BY expressions must appear in select list"),
  OF_AGGREGATE("in an aggregate with DISTINCT, ORDER BY expressions must appear in argument list");

  private final String complaint;

  DistinctWords(String complaint) {
    this.complaint = complaint;
  }

  String complaint() {
    return complaint;
  }
}
