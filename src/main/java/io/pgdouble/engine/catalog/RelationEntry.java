package io.pgdouble.engine.catalog;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/**
 * A relation that can stand in a FROM clause.
 *
 * @param kind {@code relkind}: r table, v view, …
 * @param rowType OID of its row type
 * @param restricted whether not everybody may read it ({@code relacl})
 * @param owner OID of the role
 * @param persistence {@code relpersistence}: p permanent, u unlogged, t temporary
 * @param filenode which storage has its rows; 0 where there is none
 * @param calls the functions beneath a view whose rows are told without them
 */
public record RelationEntry(
    int oid,
    String name,
    String schema,
    char kind,
    int rowType,
    List<AttributeEntry> attributes,
    boolean restricted,
    List<ProcEntry> calls,
    int owner,
    char persistence,
    long filenode) {

  /** The kind of what no catalog has: the rows of a statement, as its triggers see them. */
  public static final char TRANSITION = 'n';

  /** Those of its attributes that were not dropped. */
  public List<AttributeEntry> columns() {
    return attributes.stream().filter(one -> !one.dropped()).toList();
  }

  /** The attribute of a name, unless it was dropped. */
  public Optional<AttributeEntry> find(String column) {
    return attributes.stream()
        .filter(one -> !one.dropped() && one.name().equals(column))
        .findFirst();
  }

  /**
   * The same, where there must be one.
   *
   * @throws ReportedError {@code 42703}
   */
  public AttributeEntry require(String column) {
    return find(column).orElseThrow(() -> missing(column));
  }

  /** That there is no attribute of a name: {@code 42703}. */
  public ReportedError missing(String column) {
    return new ReportedError(
        SqlState.UNDEFINED_COLUMN,
        "column \"" + column + "\" of relation \"" + name + "\" does not exist");
  }
}
