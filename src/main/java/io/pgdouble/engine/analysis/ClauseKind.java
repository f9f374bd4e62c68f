package io.pgdouble.engine.analysis;

/** Where in a query an expression stands ({@code ParseExprKind}), with the name messages use. */
enum ClauseKind {
  FROM_SUBSELECT("sub-SELECT in FROM"),
  FROM_FUNCTION("function in FROM"),
  JOIN_ON("JOIN/ON"),
  JOIN_USING("JOIN/USING"),
  WHERE("WHERE"),
  HAVING("HAVING"),
  FILTER("FILTER"),
  WINDOW_PARTITION("window PARTITION BY"),
  WINDOW_ORDER("window ORDER BY"),
  WINDOW_FRAME_RANGE("window RANGE"),
  WINDOW_FRAME_ROWS("window ROWS"),
  WINDOW_FRAME_GROUPS("window GROUPS"),
  SELECT_TARGET("SELECT"),
  GROUP_BY("GROUP BY"),
  ORDER_BY("ORDER BY"),
  DISTINCT_ON("DISTINCT ON"),
  LIMIT("LIMIT"),
  OFFSET("OFFSET"),
  VALUES("VALUES"),
  VALUES_SINGLE("VALUES"),
  UPDATE_SOURCE("UPDATE"),
  RETURNING("RETURNING"),
  MERGE_WHEN("WHEN"),
  EXECUTE_PARAMETER("EXECUTE"),
  FUNCTION_DEFAULT("DEFAULT"),
  COLUMN_DEFAULT("DEFAULT expressions"),
  CALL_ARGUMENT("CALL arguments"),
  CHECK_CONSTRAINT("check constraints"),
  GENERATED_COLUMN("column generation expressions"),
  INDEX_EXPRESSION("index expressions"),
  INDEX_PREDICATE("index predicates"),
  TRIGGER_WHEN("trigger WHEN conditions"),
  COPY_WHERE("COPY FROM WHERE conditions"),
  ALTER_TRANSFORM("transform expressions"),
  OTHER("expression");

  private final String words;

  ClauseKind(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Whether it stands in the definition of an object, where no query can be. */
  boolean isDefinition() {
    return ordinal() >= COLUMN_DEFAULT.ordinal() && ordinal() <= ALTER_TRANSFORM.ordinal();
  }

  /** One of them. */
  String word() {
    return words.substring(0, words.length() - 1);
  }
}
