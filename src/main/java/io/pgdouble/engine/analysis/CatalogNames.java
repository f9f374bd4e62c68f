package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.CollationEntry;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.SearchPath;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.sql.Parser;
import io.pgdouble.engine.sql.ParserSettings;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.facts.SchemaNames;
import io.pgdouble.settings.IdentifierList;
import io.pgdouble.type.ModifiedType;
import io.pgdouble.type.ObjectNames;
import io.pgdouble.type.TypeName;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.List;
import java.util.Optional;

/**
 * Names of objects for the object identifier types, found in the catalog ({@code regproc.c}).
 *
 * @param session whose database qualified names may begin with
 * @param path where unqualified names are looked for
 */
public record CatalogNames(Catalog catalog, SearchPath path, ExecutionContext session)
    implements ObjectNames {

  @Override
  public long resolve(int typeOid, String text) {
    return switch (typeOid) {
      case TypeOid.REGCLASS -> relation(parts(text));
      case TypeOid.REGPROC -> function(parts(text), text);
      case TypeOid.REGPROCEDURE -> signatures().procedure(text);
      case TypeOid.REGOPER -> signatures().operator(text);
      case TypeOid.REGOPERATOR -> signatures().operatorOfTypes(text);
      case TypeOid.REGCOLLATION -> collation(parts(text));
      case TypeOid.REGCONFIG ->
          ofTextSearch("pg_ts_config", "cfgname", "configuration", parts(text));
      case TypeOid.REGDICTIONARY ->
          ofTextSearch("pg_ts_dict", "dictname", "dictionary", parts(text));
      case TypeOid.REGTYPE -> Integer.toUnsignedLong(type(text).oid());
      case TypeOid.REGNAMESPACE -> byName("pg_namespace", "nspname", "schema", single(text));
      case TypeOid.REGROLE -> role(single(text));
      default ->
          throw ErrorReport.notSimulated("names as input of type " + TypeName.format(typeOid))
              .toException();
    };
  }

  /** {@code stringToQualifiedNameList}. */
  static List<String> parts(String text) {
    return IdentifierList.split(text, '.')
        .filter(names -> !names.isEmpty())
        .orElseThrow(CatalogNames::invalidSyntax);
  }

  private static String single(String text) {
    List<String> names = parts(text);
    if (names.size() != 1) {
      throw invalidSyntax();
    }
    return names.get(0);
  }

  private static ReportedError invalidSyntax() {
    return new ReportedError(SqlState.INVALID_NAME, "invalid name syntax");
  }

  /** At most a database, a schema and a name, and no other database. */
  private void requireLocal(List<String> name, String kind, String quote) {
    String shown = String.join(".", name);
    if (name.size() > 3) {
      throw new ReportedError(
          SqlState.SYNTAX_ERROR, "improper " + kind + " name (too many dotted names): " + shown);
    }
    if (name.size() == 3 && !name.get(0).equals(session.session().database())) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "cross-database references are not implemented: " + quote + shown + quote);
    }
  }

  private static ReportedError missing(SqlState state, String kind, String name) {
    return new ReportedError(state, kind + " \"" + name + "\" does not exist");
  }

  private long relation(List<String> name) {
    requireLocal(name, "relation", "\"");
    String bare = name.get(name.size() - 1);
    for (String schema : schemas(name)) {
      Optional<RelationEntry> found = catalog.relation(schema, bare);
      if (found.isPresent()) {
        return Integer.toUnsignedLong(found.get().oid());
      }
    }
    requireSchema(name);
    throw missing(SqlState.UNDEFINED_TABLE, "relation", String.join(".", name));
  }

  /**
   * Where a name that is not found fails at its schema already: {@code LookupExplicitNamespace}.
   */
  void requireSchema(List<String> name) {
    if (name.size() > 1 && !MajorChange.SOFT_NAME_ERRORS.isIn(facts().major())) {
      byName("pg_namespace", "nspname", "schema", name.get(name.size() - 2));
    }
  }

  private SignatureNames signatures() {
    return new SignatureNames(this);
  }

  private long collation(List<String> name) {
    for (String schema : schemas(name)) {
      Optional<CollationEntry> found = catalog.collationNamed(schema, name.get(name.size() - 1));
      if (found.isPresent()) {
        return Integer.toUnsignedLong(found.get().oid());
      }
    }
    requireSchema(name);
    throw CollationNames.missing(name, -1);
  }

  /** All of them are the server's own. */
  private long ofTextSearch(String table, String column, String kind, List<String> name) {
    boolean searched = schemas(name).contains("pg_catalog");
    Optional<FactRow> found =
        facts().table(table).rows().stream()
            .filter(row -> searched && row.text(column).equals(name.get(name.size() - 1)))
            .findFirst();
    if (found.isEmpty()) {
      requireSchema(name);
    }
    return found
        .orElseThrow(
            () -> missing(SqlState.UNDEFINED_OBJECT, "text search " + kind, String.join(".", name)))
        .oid("oid");
  }

  private long function(List<String> name, String text) {
    requireLocal(name, "qualified", "");
    List<ProcEntry> found = signatures().functions(name);
    if (found.isEmpty()) {
      requireSchema(name);
      throw missing(SqlState.UNDEFINED_FUNCTION, "function", text);
    }
    if (found.size() > 1) {
      throw new ReportedError(
          SqlState.AMBIGUOUS_FUNCTION, "more than one function named \"" + text + "\"");
    }
    return Integer.toUnsignedLong(found.get(0).oid());
  }

  /** {@code parseTypeString}: any name that a cast could have. */
  @Override
  public ModifiedType type(String text) {
    AnalysisContext context = new AnalysisContext(catalog, path, session);
    TypeNames.TypeReference type = TypeNames.resolve(parsed(text), context);
    return new ModifiedType(type.type(), type.typmod());
  }

  private ParserSettings parserSettings() {
    return ParserSettings.DEFAULTS.withMajor(facts().major());
  }

  private io.pgdouble.engine.tree.TypeName parsed(String text) {
    if (text.isBlank()) {
      throw new ReportedError(SqlState.SYNTAX_ERROR, "invalid type name \"" + text + "\"");
    }
    try {
      return withoutLocation(Parser.parseTypeName(text, parserSettings()));
    } catch (ReportedError e) {
      // The position is that of the text in the query, not the one within the text.
      throw ErrorReport.error(SqlState.SYNTAX_ERROR, e.report().message())
          .with(ErrorField.WHERE, "invalid type name \"" + text + "\"")
          .toException();
    }
  }

  /** The text is no part of the query, so errors in it have no position there. */
  private static io.pgdouble.engine.tree.TypeName withoutLocation(
      io.pgdouble.engine.tree.TypeName name) {
    return new io.pgdouble.engine.tree.TypeName(
        name.names(), name.setof(), name.pctType(), name.typmods(), name.arrayBounds(), -1);
  }

  private long byName(String table, String column, String kind, String name) {
    for (FactRow row : facts().table(table).rows()) {
      if (row.text(column).equals(name)) {
        return row.oid("oid");
      }
    }
    throw missing(
        kind.equals("schema") ? SqlState.UNDEFINED_SCHEMA : SqlState.UNDEFINED_OBJECT, kind, name);
  }

  /** Roles come and go. */
  private long role(String name) {
    return session.facts().table("pg_roles").rows().stream()
        .filter(row -> row.text("rolname").equals(name))
        .findFirst()
        .orElseThrow(() -> missing(SqlState.UNDEFINED_OBJECT, "role", name))
        .oid("oid");
  }

  private Optional<String> roleName(long oid) {
    return session
        .facts()
        .table("pg_roles")
        .byOid(oid)
        .map(row -> IdentifierList.quoted(row.text("rolname"), facts()));
  }

  private Facts facts() {
    return catalog.facts();
  }

  List<String> schemas(List<String> name) {
    if (name.size() == 1) {
      return path.schemas();
    }
    String schema = name.get(name.size() - 2);
    Rights.requireUsage(new AnalysisContext(catalog, path, session), schema);
    return List.of(path.schema(schema));
  }

  @Override
  public Optional<String> name(int typeOid, long oid) {
    return switch (typeOid) {
      case TypeOid.REGCLASS -> named("pg_class", "relname", oid);
      case TypeOid.REGPROC -> signatures().functionText(oid);
      case TypeOid.REGPROCEDURE -> signatures().procedureText(oid);
      case TypeOid.REGOPER -> signatures().operatorText(oid);
      case TypeOid.REGOPERATOR -> signatures().operatorOfTypesText(oid);
      case TypeOid.REGCOLLATION -> collationName(oid);
      case TypeOid.REGCONFIG -> named("pg_ts_config", "cfgname", oid);
      case TypeOid.REGDICTIONARY -> named("pg_ts_dict", "dictname", oid);
      case TypeOid.REGTYPE -> catalog.findType((int) oid).map(this::typeName);
      case TypeOid.REGNAMESPACE -> named("pg_namespace", "nspname", oid);
      case TypeOid.REGROLE -> roleName(oid);
      default ->
          throw ErrorReport.notSimulated("names as output of type " + TypeName.format(typeOid))
              .toException();
    };
  }

  /** {@code format_type_be}, which says the schema of a type that is not visible. */
  private String typeName(TypeEntry type) {
    if (Types.find(type.oid()).isPresent()) {
      return TypeName.format(type.oid());
    }
    if (type.isTrueArray()) {
      return typeName(catalog.type(type.element())) + "[]";
    }
    return path.schemas().contains(type.schema())
        ? quoted(type.name())
        : quoted(type.schema()) + "." + quoted(type.name());
  }

  private Optional<String> named(String table, String column, long oid) {
    return facts().table(table).byOid(oid).map(row -> qualified(row, column));
  }

  private String qualified(FactRow row, String column) {
    String name = row.text(column);
    return column.equals("relname") ? relationName(row) : quoted(name);
  }

  /** Qualified where the search path would not find it ({@code RelationIsVisible}). */
  private String relationName(FactRow row) {
    String name = row.text("relname");
    String schema = new SchemaNames(facts()).of(row, "relnamespace");
    boolean visible =
        path.schemas().stream()
            .filter(searched -> catalog.relation(searched, name).isPresent())
            .findFirst()
            .filter(schema::equals)
            .isPresent();
    return visible ? quoted(name) : quoted(schema) + "." + quoted(name);
  }

  /** Those of other encodings are not visible ({@code CollationIsVisible}). */
  private Optional<String> collationName(long oid) {
    return catalog
        .collation((int) oid)
        .map(
            one -> {
              boolean visible =
                  path.schemas().stream()
                      .flatMap(schema -> catalog.collationNamed(schema, one.name()).stream())
                      .findFirst()
                      .filter(found -> found.oid() == one.oid())
                      .isPresent();
              return visible ? quoted(one.name()) : quoted(one.schema()) + "." + quoted(one.name());
            });
  }

  String quoted(String name) {
    return IdentifierList.quoted(name, facts());
  }
}
