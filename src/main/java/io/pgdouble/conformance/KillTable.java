package io.pgdouble.conformance;

import java.util.List;

/**
 * The proof that the cases can fail: wrong servers, and the cases that found each out.
 *
 * @param rows one for each mutant
 */
public record KillTable(List<Row> rows) {
  public KillTable {
    rows = List.copyOf(rows);
  }

  /**
   * One wrong server.
   *
   * @param mutant its name
   * @param fault what it does wrong, a sentence
   * @param killers addresses of the cases that it does not pass
   */
  public record Row(String mutant, String fault, List<String> killers) {
    public Row {
      killers = List.copyOf(killers);
    }
  }

  /** The mutants that no case found out. */
  public List<String> survivors() {
    return rows.stream().filter(row -> row.killers().isEmpty()).map(Row::mutant).toList();
  }
}
