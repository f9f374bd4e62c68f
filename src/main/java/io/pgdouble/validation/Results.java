package io.pgdouble.validation;

/**
 * What was told of statements and portals, and what came of the one at work: whether rows are as
 * described and counts as counted.
 */
final class Results {
  private final Findings findings;
  private final Shapes statements = new Shapes();
  private final Shapes parameters = new Shapes();
  private final Shapes portals = new Shapes();
  private final Shapes formats = new Shapes();
  private int columns = Shapes.UNKNOWN;
  private int rows;
  private int limit;
  private int results;
  private int statementsAtMost;

  Results(Findings findings) {
    this.findings = findings;
  }

  /** ReadyForQuery outside of a block: no portal has survived but those WITH HOLD. */
  void transactionEnded() {
    portals.clear();
    formats.clear();
  }

  /** A message is acted on. */
  void begin(Request request) {
    switch (request.letter()) {
      case QUERY -> beginQuery(request.count());
      case EXECUTE -> beginExecute(request);
      default -> {}
    }
  }

  /** The unnamed statement and the unnamed portal do not survive it. */
  private void beginQuery(int atMost) {
    begin(Shapes.NO_ROWS, 0);
    statementsAtMost = atMost;
    statements.remove(0);
    parameters.remove(0);
    portals.remove(0);
  }

  private void beginExecute(Request execute) {
    begin(portals.get(execute.name()), execute.count());
    statementsAtMost = 1;
  }

  private void begin(int shape, int rowLimit) {
    columns = shape;
    limit = rowLimit;
    rows = 0;
    results = 0;
  }

  void parsed(Request parse) {
    statements.remove(parse.name());
    parameters.remove(parse.name());
  }

  void bound(Request bind) {
    int expected = parameters.get(bind.statement());
    if (expected != Shapes.UNKNOWN && expected != bind.count()) {
      findings.backend(
          Rule.PARAMETERS_AS_DESCRIBED,
          "a Bind of " + bind.count() + " succeeds (expected: " + expected + " parameters)");
    }
    portals.put(bind.name(), statements.get(bind.statement()));
    formats.put(bind.name(), bind.format());
  }

  /** What a Close names is gone. */
  void closed(Request close) {
    if (close.count() == 'S') {
      parsed(close);
    } else {
      portals.remove(close.name());
      formats.remove(close.name());
    }
  }

  void parametersTold(Request describe, int count) {
    parameters.put(describe.name(), count);
  }

  /** RowDescription, or NoData, of what a Describe names. */
  void described(Request describe, int count) {
    (describe.letter() == Letter.DESCRIBE_PORTAL ? portals : statements)
        .put(describe.name(), count);
  }

  /** The formats in such a RowDescription. */
  void formatsTold(Request describe, BackendReader told) {
    boolean portal = describe.letter() == Letter.DESCRIBE_PORTAL;
    int expected = portal ? formats.get(describe.name()) : 0;
    boolean comparable = told.count() > 0 && (!portal || expected >= 0);
    if (comparable && told.format() != expected) {
      findings.backend(
          Rule.FORMATS_AS_BOUND,
          "found " + word(told.format()) + " (expected: " + word(expected) + ")");
    }
  }

  private static String word(int format) {
    return format == 0 ? "text" : format == 1 ? "binary" : "both formats";
  }

  /** RowDescription in a Query: the result begins. */
  void resultBegins(int count) {
    columns = count;
    rows = 0;
  }

  void row(int count) {
    rows++;
    if (columns == Shapes.NO_ROWS) {
      findings.backend(Rule.ROWS_ONLY_WHERE_DESCRIBED, "a DataRow of " + count + " columns");
    } else if (columns >= 0 && count >= 0 && count != columns) {
      findings.backend(
          Rule.ROW_AS_DESCRIBED, "found " + count + " columns (expected: " + columns + ")");
    }
    columns = count;
    if (limit > 0 && rows == limit + 1) {
      findings.backend(Rule.SUSPENDED_AT_LIMIT, "more rows than the limit of " + limit);
    }
  }

  /** CommandComplete. */
  void completed(Tag tag, int counted) {
    boolean returnsRows = columns >= 0 || rows > 0;
    if (tag.counts() != Tag.Counts.NOTHING && counted >= 0 && returnsRows && counted != rows) {
      findings.backend(Rule.TAG_COUNTS_ROWS, tag + " " + counted + " after " + rows + " rows");
    }
    columns = Shapes.NO_ROWS;
    rows = 0;
    results++;
    if (results == (long) statementsAtMost + 1) {
      findings.backend(
          Rule.ONE_RESULT_A_STATEMENT,
          "found another result (expected: " + statementsAtMost + " at most)");
    }
  }

  void suspended() {
    if (limit <= 0 || rows != limit) {
      findings.backend(
          Rule.SUSPENDED_AT_LIMIT, "after " + rows + " rows (expected: " + limit(limit) + ")");
    }
  }

  private static String limit(int rows) {
    return rows <= 0 ? "all of them, without a limit" : String.valueOf(rows);
  }
}
