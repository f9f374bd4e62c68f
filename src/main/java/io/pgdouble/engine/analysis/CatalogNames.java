package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.FactsCatalog;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.SearchPath;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.sql.Parser;
import io.pgdouble.engine.sql.ParserSettings;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.TypeCast;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.type.ObjectNames;
import io.pgdouble.type.TypeName;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names of objects for the object identifier types, found in the catalog ({@code regproc.c}).
 *
 * @param session whose database qualified names may begin with
 * @param path where unqualified names are looked for
 */
public record CatalogNames(FactsCatalog catalog, SearchPath path, ExecutionContext session)
    implements ObjectNames {

  @Override
  public long resolve(int typeOid, String text) {
    List<String> name = parts(text);
    return switch (typeOid) {
      case TypeOid.REGCLASS -> relation(name, text);
      case TypeOid.REGPROC -> function(name, text);
      case TypeOid.REGTYPE -> type(text);
      case TypeOid.REGNAMESPACE -> byName("pg_namespace", "nspname", "schema", name);
      case TypeOid.REGROLE -> byName("pg_roles", "rolname", "role", name);
      default ->
          throw ErrorReport.notSimulated("names as input of type " + TypeName.format(typeOid))
              .toException();
    };
  }

  private static ReportedError missing(SqlState state, String kind, String name) {
    return new ReportedError(state, kind + " \"" + name + "\" does not exist");
  }

  private long relation(List<String> name, String text) {
    String bare = name.get(name.size() - 1);
    for (String schema : schemas(name)) {
      Optional<RelationEntry> found = catalog.relation(schema, bare);
      if (found.isPresent()) {
        return Integer.toUnsignedLong(found.get().oid());
      }
    }
    throw missing(SqlState.UNDEFINED_TABLE, "relation", text);
  }

  private long function(List<String> name, String text) {
    List<ProcEntry> found = new ArrayList<>();
    for (String schema : schemas(name)) {
      catalog.procsNamed(name.get(name.size() - 1)).stream()
          .filter(function -> function.schema().equals(schema))
          .forEach(found::add);
    }
    if (found.isEmpty()) {
      throw missing(SqlState.UNDEFINED_FUNCTION, "function", text);
    }
    if (found.size() > 1) {
      throw new ReportedError(
          SqlState.AMBIGUOUS_FUNCTION, "more than one function named \"" + text + "\"");
    }
    return Integer.toUnsignedLong(found.get(0).oid());
  }

  /** {@code parseTypeString}: any name that a cast could have. */
  private long type(String text) {
    AnalysisContext context = new AnalysisContext(catalog, path, session);
    return Integer.toUnsignedLong(TypeNames.resolve(parsed(text), context).type());
  }

  private static io.pgdouble.engine.tree.TypeName parsed(String text) {
    try {
      SelectStmt select =
          (SelectStmt)
              Parser.parse("SELECT NULL::" + text, ParserSettings.DEFAULTS, notice -> {})
                  .get(0)
                  .stmt();
      TypeCast cast = (TypeCast) select.targetList().get(0).val();
      return withoutLocation(cast.typeName());
    } catch (ReportedError | ClassCastException notAType) {
      throw new ReportedError(SqlState.SYNTAX_ERROR, "invalid type name \"" + text + "\"");
    }
  }

  /** The text is no part of the query, so errors in it have no position there. */
  private static io.pgdouble.engine.tree.TypeName withoutLocation(
      io.pgdouble.engine.tree.TypeName name) {
    return new io.pgdouble.engine.tree.TypeName(
        name.names(), name.setof(), name.pctType(), name.typmods(), name.arrayBounds(), -1);
  }

  private long byName(String table, String column, String kind, List<String> name) {
    for (FactRow row : facts().table(table).rows()) {
      if (row.text(column).equals(name.get(0))) {
        return row.oid("oid");
      }
    }
    throw missing(
        kind.equals("schema") ? SqlState.UNDEFINED_SCHEMA : SqlState.UNDEFINED_OBJECT,
        kind,
        name.get(0));
  }

  private Facts facts() {
    return catalog.facts();
  }

  private List<String> schemas(List<String> name) {
    return name.size() > 1 ? List.of(name.get(name.size() - 2)) : path.schemas();
  }

  /** {@code stringToQualifiedNameList}: folded to lower case unless quoted. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (char c : text.trim().toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(quoted ? c : Character.toLowerCase(c));
      }
    }
    parts.add(part.toString());
    return parts;
  }

  @Override
  public Optional<String> name(int typeOid, long oid) {
    return switch (typeOid) {
      case TypeOid.REGCLASS -> named("pg_class", "relname", oid);
      case TypeOid.REGPROC -> functionName(oid);
      case TypeOid.REGTYPE -> catalog.findType((int) oid).map(type -> TypeName.format(type.oid()));
      case TypeOid.REGNAMESPACE -> named("pg_namespace", "nspname", oid);
      case TypeOid.REGROLE -> named("pg_roles", "rolname", oid);
      default ->
          throw ErrorReport.notSimulated("names as output of type " + TypeName.format(typeOid))
              .toException();
    };
  }

  private Optional<String> named(String table, String column, long oid) {
    return facts().table(table).rows().stream()
        .filter(row -> row.oid("oid") == oid)
        .findFirst()
        .map(row -> qualified(row, column));
  }

  private String qualified(FactRow row, String column) {
    String name = row.text(column);
    boolean hidden = column.equals("relname") && !path.schemas().contains(row.text("relnamespace"));
    return hidden ? row.text("relnamespace") + "." + quoted(name) : quoted(name);
  }

  /** A function's name; qualified where it does not name the function alone. */
  private Optional<String> functionName(long oid) {
    Optional<FactRow> row = facts().table("pg_proc").byOid(oid);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    String name = row.get().text("proname");
    String schema = row.get().text("pronamespace");
    boolean alone = path.schemas().contains(schema) && catalog.procsNamed(name).size() == 1;
    return Optional.of(alone ? quoted(name) : schema + "." + quoted(name));
  }

  /** Quoted where it would not be read as this name; keywords are not considered. */
  private static String quoted(String name) {
    boolean plain = name.matches("[a-z_][a-z0-9_]*") && name.equals(name.toLowerCase(Locale.ROOT));
    return plain ? name : '"' + name + '"';
  }
}
