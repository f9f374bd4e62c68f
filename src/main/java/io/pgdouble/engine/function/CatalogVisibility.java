package io.pgdouble.engine.function;

import io.pgdouble.engine.function.SessionFacts.ImplicitSchemas;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.SchemaNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where objects are found: whether what has a name in a schema is found without the schema ({@code
 * namespace.c: OpclassIsVisible} and its kin).
 *
 * @param table the catalog
 * @param prefix how the names of its columns begin
 * @param kin the column besides the name that tells objects apart
 */
record CatalogVisibility(String table, String prefix, Optional<String> kin) {
  private static final long DEFAULT = 1663;
  private static final long GLOBAL = 1664;

  private static final Map<String, CatalogVisibility> ALL =
      Map.of(
          "pg_opclass_is_visible", of("pg_opclass", "opc", "opcmethod"),
          "pg_opfamily_is_visible", of("pg_opfamily", "opf", "opfmethod"),
          "pg_conversion_is_visible", of("pg_conversion", "con"),
          "pg_ts_parser_is_visible", of("pg_ts_parser", "prs"),
          "pg_ts_dict_is_visible", of("pg_ts_dict", "dict"),
          "pg_ts_template_is_visible", of("pg_ts_template", "tmpl"),
          "pg_ts_config_is_visible", of("pg_ts_config", "cfg"));

  private static CatalogVisibility of(String table, String prefix) {
    return new CatalogVisibility(table, prefix, Optional.empty());
  }

  private static CatalogVisibility of(String table, String prefix, String kin) {
    return new CatalogVisibility(table, prefix, Optional.of(kin));
  }

  static Builtin find(String prosrc) {
    if (prosrc.equals("pg_tablespace_location")) {
      return (c, a) -> location((Long) a[0]);
    }
    CatalogVisibility one = ALL.get(prosrc);
    return one == null ? null : (c, a) -> one.isVisible(c, (Long) a[0]);
  }

  /** {@code misc.c: pg_tablespace_location}: those that every cluster has are in its directory. */
  private static String location(long tablespace) {
    if (tablespace != 0 && tablespace != DEFAULT && tablespace != GLOBAL) {
      throw ErrorReport.notSimulated("the location of another tablespace").toException();
    }
    return "";
  }

  /** Null for an OID that is no object's. */
  private Object isVisible(CallContext context, long oid) {
    Facts facts = context.execution().facts();
    FactTable rows = facts.table(table);
    Optional<FactRow> row = rows.byOid(oid);
    return row.isEmpty() ? null : isFirst(context, facts, row.get());
  }

  private boolean isFirst(CallContext context, Facts facts, FactRow row) {
    SchemaNames schemas = new SchemaNames(facts);
    List<FactRow> namesakes =
        facts.table(table).where(prefix + "name", row.text(prefix + "name")).stream()
            .filter(other -> kin.stream().allMatch(one -> other.text(one).equals(row.text(one))))
            .toList();
    return context.execution().session().schemas(ImplicitSchemas.INCLUDED).stream()
        .flatMap(schema -> schemas.oid(schema).stream())
        .flatMap(
            schema ->
                namesakes.stream()
                    .filter(other -> schemas.oid(other, prefix + "namespace") == schema))
        .findFirst()
        .filter(first -> first.oid("oid") == row.oid("oid"))
        .isPresent();
  }
}
