package io.pgdouble.engine.prepared;

import io.pgdouble.engine.catalog.NameData;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The prepared statements of one session, by name. Source: {@code prepare.c}. */
public final class PreparedStatements {
  private final Map<String, PreparedStatement> byName = new LinkedHashMap<>(4);
  private Optional<PreparedStatement> unnamed = Optional.empty();

  /**
   * {@code FetchPreparedStatement}.
   *
   * @throws ReportedError 26000 where there is none of this name
   */
  public PreparedStatement get(String name) {
    PreparedStatement statement = byName.get(NameData.key(name));
    if (statement == null) {
      throw missing(name);
    }
    return statement;
  }

  public Optional<PreparedStatement> find(String name) {
    return Optional.ofNullable(byName.get(NameData.key(name)));
  }

  /** What the protocol keeps under the empty name. */
  public Optional<PreparedStatement> unnamed() {
    return unnamed;
  }

  public void unnamed(PreparedStatement statement) {
    unnamed = Optional.of(statement);
  }

  /** {@code drop_unnamed_stmt}. */
  public void dropUnnamed() {
    unnamed = Optional.empty();
  }

  /**
   * {@code StorePreparedStatement}.
   *
   * @throws ReportedError 42P05 where the name is taken
   */
  public void store(String name, PreparedStatement statement) {
    if (byName.putIfAbsent(NameData.key(name), statement) != null) {
      throw new ReportedError(
          SqlState.DUPLICATE_PSTATEMENT, "prepared statement \"" + name + "\" already exists");
    }
  }

  /** Forgets the statement, where there is one. */
  public void drop(String name) {
    byName.remove(NameData.key(name));
  }

  /** {@code DEALLOCATE ALL}: all but the unnamed one. */
  public void dropAll() {
    byName.clear();
  }

  /** Every named statement, in the order of their making. */
  public Map<String, PreparedStatement> all() {
    return Collections.unmodifiableMap(byName);
  }

  private static ReportedError missing(String name) {
    return new ReportedError(
        SqlState.UNDEFINED_PSTATEMENT, "prepared statement \"" + name + "\" does not exist");
  }
}
