package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.RelPersistence;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.SchemaNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a new relation goes ({@code namespace.c: RangeVarGetAndCheckCreationNamespace}).
 *
 * @param persistence {@code relpersistence}
 */
record CreationSchema(long oid, String name, char persistence) {
  private static final String OWN = "pg_temp";

  /** Where what is no relation is made ({@code namespace.c: QualifiedNameGetCreationNamespace}). */
  static CreationSchema ofName(SessionMemory memory, List<String> name) {
    int last = name.size() - 1;
    RangeVar place =
        new RangeVar(
            last > 1 ? Optional.of(name.get(last - 2)) : Optional.empty(),
            last > 0 ? Optional.of(name.get(last - 1)) : Optional.empty(),
            name.get(last),
            true,
            RelPersistence.PERMANENT,
            Optional.empty(),
            -1);
    return find(memory, place);
  }

  /** {@code RangeVarGetAndCheckCreationNamespace}: nobody drops it meanwhile. */
  static CreationSchema of(SessionMemory memory, RangeVar relation) {
    CreationSchema schema = find(memory, relation);
    memory.storage().lockObject(ObjectAddress.NAMESPACE, schema.oid(), LockMode.ACCESS_SHARE);
    return schema;
  }

  private static CreationSchema find(SessionMemory memory, RangeVar relation) {
    requireOwnDatabase(memory, relation);
    boolean own = relation.schemaname().filter(OWN::equals).isPresent();
    boolean temporary = own || relation.relpersistence() == RelPersistence.TEMP;
    if (temporary && relation.schemaname().isPresent() && !own) {
      throw new ReportedError(
          SqlState.INVALID_TABLE_DEFINITION,
          "cannot create temporary relation in non-temporary schema");
    }
    if (temporary) {
      return temporary(memory);
    }
    String name = relation.schemaname().orElseGet(() -> first(memory));
    if (name.equals(OWN) || memory.temporary().schema().filter(name::equals).isPresent()) {
      return adjusted(memory, relation);
    }
    long oid = new Schemas(memory).requireCreation(name);
    char persistence = relation.relpersistence() == RelPersistence.UNLOGGED ? 'u' : 'p';
    return new CreationSchema(oid, name, persistence);
  }

  /** {@code RangeVarAdjustRelationPersistence}, where the search path leads to it. */
  private static CreationSchema adjusted(SessionMemory memory, RangeVar relation) {
    CreationSchema schema = temporary(memory);
    if (relation.relpersistence() == RelPersistence.UNLOGGED) {
      throw new ReportedError(
          SqlState.INVALID_TABLE_DEFINITION,
          "only temporary relations may be created in temporary schemas");
    }
    return schema;
  }

  private static void requireOwnDatabase(SessionMemory memory, RangeVar relation) {
    relation
        .catalogname()
        .filter(name -> !name.equals(memory.execution().session().database()))
        .ifPresent(
            name -> {
              throw new ReportedError(
                  SqlState.FEATURE_NOT_SUPPORTED,
                  "cross-database references are not implemented: \""
                      + name
                      + "."
                      + relation.schemaname().orElseThrow()
                      + "."
                      + relation.relname()
                      + "\"");
            });
  }

  /** {@code InitTempTableNamespace}. */
  private static void checkTemporary(SessionMemory memory, TemporaryObjects objects) {
    String database = memory.execution().session().database();
    FactRow row = DatabaseRow.find(new Principal(memory), database);
    boolean permitted =
        new ObjectRights(memory)
            .access()
            .permits(Securable.DATABASE, row, new Principal(memory).oid(), AccessMode.of("T"));
    if (permitted) {
      return;
    }
    if (objects.schema().isPresent()) {
      throw ErrorReport.notSimulated("temporary objects of who may no longer make any")
          .toException();
    }
    throw new ReportedError(
        SqlState.INSUFFICIENT_PRIVILEGE,
        "permission denied to create temporary tables in database \"" + database + "\"");
  }

  /** Makes the schema for temporary objects if the search path begins with it. */
  static void makePending(SessionMemory memory) {
    if (memory.searchPath().named().stream().findFirst().filter(OWN::equals).isPresent()) {
      temporary(memory);
    }
  }

  /** {@code GetOverrideSearchPath}'s first schema. */
  static String first(SessionMemory memory) {
    return memory.searchPath().named().stream()
        .findFirst()
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_SCHEMA, "no schema has been selected to create in"));
  }

  /** {@code namespace.c: InitTempTableNamespace}. */
  private static CreationSchema temporary(SessionMemory memory) {
    TemporaryObjects objects = memory.temporary();
    objects.touch();
    checkTemporary(memory, objects);
    if (memory.execution().recovery().inProgress()) {
      throw new ReportedError(
          SqlState.READ_ONLY_SQL_TRANSACTION, "cannot create temporary tables during recovery");
    }
    SchemaNames schemas = new SchemaNames(memory.changes().current());
    Optional<Long> there = schemas.oid(objects.name());
    if (objects.schema().isEmpty()) {
      there.ifPresent(schema -> clean(memory, schema));
    }
    long oid = there.orElseGet(() -> make(memory, objects.name()));
    objects.use();
    return new CreationSchema(oid, objects.name(), 't');
  }

  /** {@code RemoveTempRelations}: what a session that had the same number has left. */
  private static void clean(SessionMemory memory, long schema) {
    List<ObjectAddress> left =
        new CatalogRows(memory.changes())
            .dependentsOf(ObjectAddress.schema(schema)).stream()
                .map(row -> new ObjectAddress(row.oid("classid"), row.oid("objid"), 0))
                .toList();
    new Deletion(memory).dropQuietly(left);
  }

  private static long make(SessionMemory memory, String name) {
    CatalogRows rows = new CatalogRows(memory.changes());
    insert(rows, name.replace("pg_temp_", "pg_toast_temp_"));
    return insert(rows, name);
  }

  private static long insert(CatalogRows rows, String name) {
    long oid = rows.newOid();
    Map<String, String> row = new HashMap<>();
    row.put("nspname", name);
    row.put("nspowner", "10");
    rows.insert("pg_namespace", oid, row);
    return oid;
  }

  /** A relation of the name is there already. */
  static ErrorReport duplicate(String name) {
    return ErrorReport.error(SqlState.DUPLICATE_TABLE, "relation \"" + name + "\" already exists");
  }
}
