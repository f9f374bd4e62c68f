package io.pgdouble.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All that was learned from the server of one major version. A table is read when it is first asked
 * for, once in a process. Safe to share between threads.
 */
public final class Facts {
  private static final String EMPTY = "empty_catalogs";
  private static final Map<Integer, Facts> BY_MAJOR = new ConcurrentHashMap<>();

  private final int major;

  /** Where the tables are that were not changed; null where they are read. */
  private final Facts learned;

  private final Map<String, FactTable> tables = new ConcurrentHashMap<>();

  private Facts(int major, Facts learned) {
    this.major = major;
    this.learned = learned;
  }

  /**
   * The facts of a major version.
   *
   * @param major such as 16
   * @throws IllegalArgumentException if nothing was learned from a server of that version
   */
  public static Facts of(int major) {
    Facts known = BY_MAJOR.get(major);
    if (known != null) {
      return known;
    }
    Facts facts = new Facts(major, null);
    facts.table("reported");
    BY_MAJOR.putIfAbsent(major, facts);
    return BY_MAJOR.get(major);
  }

  /** These facts, but for one table: a server that was set up otherwise than the one asked. */
  public Facts with(FactTable other) {
    Facts changed = new Facts(major, learned == null ? this : learned);
    if (learned != null) {
      changed.tables.putAll(tables);
    }
    changed.tables.put(other.name(), other);
    return changed;
  }

  /** The tables that are not as they were learned. */
  public Collection<FactTable> changed() {
    return learned == null ? List.of() : List.copyOf(tables.values());
  }

  public int major() {
    return major;
  }

  /**
   * One table.
   *
   * @param name such as {@code pg_type} or {@code keywords}
   * @throws IllegalArgumentException if there is no such table
   */
  public FactTable table(String name) {
    FactTable known = tables.get(name);
    if (known != null) {
      return known;
    }
    if (learned != null) {
      return learned.table(name);
    }
    tables.putIfAbsent(name, read(name));
    return tables.get(name);
  }

  private FactTable read(String name) {
    try (InputStream in = Facts.class.getResourceAsStream(path(name))) {
      if (in == null && isWithoutRows(name)) {
        return FactTable.empty(name, columnsOf(name));
      }
      if (in == null) {
        throw new IllegalArgumentException(
            "no facts named "
                + name
                + " of PostgreSQL "
                + major
                + ": they are learned by pgdouble learn");
      }
      return FactTable.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is a catalog that has no row in a database that was just made. */
  private boolean isWithoutRows(String name) {
    return !name.equals(EMPTY) && !table(EMPTY).where("relname", name).isEmpty();
  }

  private List<String> columnsOf(String catalog) {
    String oid = table("pg_class").where("relname", catalog).get(0).text("oid");
    return table("pg_attribute").where("attrelid", oid).stream()
        .filter(row -> row.integer("attnum") > 0)
        .sorted(Comparator.comparingInt(row -> row.integer("attnum")))
        .map(row -> row.text("attname"))
        .toList();
  }

  private String path(String name) {
    return "/io/pgdouble/facts/" + major + "/" + name + ".tsv";
  }
}
