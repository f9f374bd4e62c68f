package io.pgdouble.engine;

import io.pgdouble.engine.function.Quoting;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import io.pgdouble.type.ObjectNames;
import io.pgdouble.type.TypeName;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/**
 * Objects by OID and by name, for {@code regclass} and its like, as a session's search path sees
 * them. Source: {@code regproc.c}.
 */
final class CatalogNames implements ObjectNames {
  private final EngineSession session;

  CatalogNames(EngineSession session) {
    this.session = session;
  }

  @Override
  public Optional<String> name(int typeOid, long oid) {
    return switch (typeOid) {
      case TypeOid.REGTYPE ->
          session.catalog().findType((int) oid).map(type -> TypeName.format((int) oid));
      case TypeOid.REGCLASS -> qualified("pg_class", "rel", oid);
      case TypeOid.REGCOLLATION -> qualified("pg_collation", "coll", oid);
      case TypeOid.REGCONFIG -> qualified("pg_ts_config", "cfg", oid);
      case TypeOid.REGPROC -> table("pg_proc").byOid(oid).map(this::procedure);
      case TypeOid.REGNAMESPACE ->
          table("pg_namespace").byOid(oid).map(row -> quoted(row.text("nspname")));
      case TypeOid.REGROLE -> session.engine().roles().name(oid).map(this::quoted);
      default ->
          throw ErrorReport.notSimulated("names of type " + TypeName.format(typeOid)).toException();
    };
  }

  private FactTable table(String name) {
    return session.engine().facts().table(name);
  }

  private String quoted(String name) {
    return Quoting.identifier(name, session.engine().facts());
  }

  private Optional<String> qualified(String table, String prefix, long oid) {
    return table(table)
        .byOid(oid)
        .map(row -> named(row.text(prefix + "namespace"), row.text(prefix + "name")));
  }

  /** With its schema, unless the search path finds it without. */
  private String named(String schema, String name) {
    return isVisible(schema) ? quoted(name) : quoted(schema) + "." + quoted(name);
  }

  private boolean isVisible(String schema) {
    return session.searchPath().schemas().contains(schema);
  }

  /** A function is named without its schema only where no other has its name. */
  private String procedure(FactRow row) {
    String name = row.text("proname");
    boolean alone = session.catalog().procsNamed(name).size() == 1;
    String schema = row.text("pronamespace");
    return alone && isVisible(schema) ? quoted(name) : quoted(schema) + "." + quoted(name);
  }

  @Override
  public long resolve(int typeOid, String text) {
    return switch (typeOid) {
      case TypeOid.REGTYPE -> TypeTexts.resolve(session, text);
      case TypeOid.REGCLASS -> relation(names(text));
      case TypeOid.REGPROC -> function(names(text), text);
      case TypeOid.REGNAMESPACE -> schema(names(text).get(0));
      case TypeOid.REGROLE -> role(names(text).get(0));
      default ->
          throw ErrorReport.notSimulated("names as input of type " + TypeName.format(typeOid))
              .toException();
    };
  }

  private static List<String> names(String text) {
    List<String> names = SearchPaths.split(text, '.');
    if (names.isEmpty() || names.contains("")) {
      throw new ReportedError(SqlState.INVALID_NAME, "invalid name syntax");
    }
    return names;
  }

  private long schema(String name) {
    return byName("pg_namespace", "nspname", name)
        .map(row -> row.oid("oid"))
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_SCHEMA, "schema \"" + name + "\" does not exist"));
  }

  private long role(String name) {
    return session
        .engine()
        .roles()
        .find(name)
        .map(role -> role.oid())
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_OBJECT, "role \"" + name + "\" does not exist"));
  }

  private Optional<FactRow> byName(String table, String column, String name) {
    return table(table).rows().stream().filter(row -> row.text(column).equals(name)).findFirst();
  }

  private long relation(List<String> names) {
    String name = names.get(names.size() - 1);
    List<String> schemas = session.searchPath().schemas();
    if (names.size() > 1) {
      String schema = names.get(names.size() - 2);
      schema(schema);
      schemas = List.of(schema);
    }
    for (String schema : schemas) {
      Optional<FactRow> found = relation(schema, name);
      if (found.isPresent()) {
        return found.get().oid("oid");
      }
    }
    throw new ReportedError(
        SqlState.UNDEFINED_TABLE, "relation \"" + String.join(".", names) + "\" does not exist");
  }

  private Optional<FactRow> relation(String schema, String name) {
    return table("pg_class").rows().stream()
        .filter(row -> row.text("relname").equals(name))
        .filter(row -> row.text("relnamespace").equals(schema))
        .findFirst();
  }

  private long function(List<String> names, String text) {
    String name = names.get(names.size() - 1);
    List<String> schemas = names.size() > 1 ? names.subList(0, 1) : session.searchPath().schemas();
    List<Integer> found =
        session.catalog().procsNamed(name).stream()
            .filter(proc -> schemas.contains(proc.schema()))
            .map(proc -> proc.oid())
            .toList();
    if (found.isEmpty()) {
      throw new ReportedError(
          SqlState.UNDEFINED_FUNCTION, "function \"" + text + "\" does not exist");
    }
    if (found.size() > 1) {
      throw new ReportedError(
          SqlState.AMBIGUOUS_FUNCTION, "more than one function named \"" + text + "\"");
    }
    return found.get(0);
  }
}
