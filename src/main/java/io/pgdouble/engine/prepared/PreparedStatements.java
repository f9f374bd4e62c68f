package io.pgdouble.engine.prepared;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The prepared statements of one session, by name. Source: {@code prepare.c}. */
public final class PreparedStatements {
  /** {@code NAMEDATALEN - 1}: bytes of a name that count. */
  private static final int NAME_BYTES = 63;

  private static final int MOST_BYTES_OF_A_CHAR = 3;

  private final Map<String, PreparedStatement> byName = new LinkedHashMap<>(4);
  private Optional<PreparedStatement> unnamed = Optional.empty();

  /**
   * {@code FetchPreparedStatement}.
   *
   * @throws ReportedError 26000 where there is none of this name
   */
  public PreparedStatement get(String name) {
    PreparedStatement statement = byName.get(key(name));
    if (statement == null) {
      throw missing(name);
    }
    return statement;
  }

  public Optional<PreparedStatement> find(String name) {
    return Optional.ofNullable(byName.get(key(name)));
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
    if (byName.putIfAbsent(key(name), statement) != null) {
      throw new ReportedError(
          SqlState.DUPLICATE_PSTATEMENT, "prepared statement \"" + name + "\" already exists");
    }
  }

  /** Forgets the statement, where there is one. */
  public void drop(String name) {
    byName.remove(key(name));
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

  /** Names that agree in their first 63 bytes are the same ({@code dynahash.c: string_hash}). */
  private static String key(String name) {
    if (name.length() <= NAME_BYTES / MOST_BYTES_OF_A_CHAR) {
      return name;
    }
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= NAME_BYTES
        ? name
        : new String(bytes, 0, NAME_BYTES, StandardCharsets.UTF_8);
  }
}
