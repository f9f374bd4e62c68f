package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.tree.FloatValue;
import io.pgdouble.engine.tree.GrantStmt;
import io.pgdouble.engine.tree.GrantTargetType;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.ListValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.ObjectWithArgs;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.List;

/** What GRANT and REVOKE name ({@code aclchk.c: objectNamesToOids, objectsInSchemaToOids}). */
record GrantedObjects(SessionMemory memory, GrantStmt node) {
  /** In the order in which ALL TABLES takes them. */
  private static final String TABLES = "rvmfp";

  private Facts facts() {
    return memory.changes().current();
  }

  /** Where the privileges of the kind stand. */
  Securable kind() {
    return switch (node.objtype()) {
      case TABLE -> Securable.TABLE;
      case SEQUENCE -> Securable.SEQUENCE;
      case DATABASE -> Securable.DATABASE;
      case DOMAIN, TYPE -> Securable.TYPE;
      case FUNCTION, PROCEDURE, ROUTINE -> Securable.ROUTINE;
      case LANGUAGE -> Securable.LANGUAGE;
      case SCHEMA -> Securable.SCHEMA;
      case TABLESPACE -> Securable.TABLESPACE;
      default -> throw refusal();
    };
  }

  private ReportedError refusal() {
    return ErrorReport.notSimulated((node.grant() ? "GRANT" : "REVOKE") + " on " + node.objtype())
        .toException();
  }

  /** Their OIDs, in the order of their names. */
  List<Long> oids() {
    List<Long> oids = new ArrayList<>();
    for (Node object : node.objects()) {
      if (node.targtype() == GrantTargetType.ALL_IN_SCHEMA) {
        oids.addAll(allIn(((StringValue) object).value()));
      } else {
        oids.add(oid(object));
      }
    }
    return oids;
  }

  private long oid(Node object) {
    return switch (node.objtype()) {
      case TABLE, SEQUENCE -> relation((RangeVar) object);
      case DOMAIN, TYPE -> type(DropCommand.names(object));
      case FUNCTION, PROCEDURE, ROUTINE -> routine((ObjectWithArgs) object);
      case DATABASE -> named(object, Securable.DATABASE, "database", SqlState.UNDEFINED_DATABASE);
      case LANGUAGE -> named(object, Securable.LANGUAGE, "language", SqlState.UNDEFINED_OBJECT);
      case TABLESPACE ->
          named(object, Securable.TABLESPACE, "tablespace", SqlState.UNDEFINED_OBJECT);
      case SCHEMA -> new Schemas(memory).require(((StringValue) object).value());
      case LARGEOBJECT -> throw absentLargeObject(object);
      case FDW -> throw absent("foreign-data wrapper", ((StringValue) object).value());
      case FOREIGN_SERVER -> throw absent("server", ((StringValue) object).value());
      default -> throw refusal();
    };
  }

  private static ReportedError absent(String word, String name) {
    return new ReportedError(SqlState.UNDEFINED_OBJECT, word + " \"" + name + "\" does not exist");
  }

  /** There are none. */
  private static ReportedError absentLargeObject(Node object) {
    Node number = ((ListValue) object).elements().get(0);
    String oid =
        number instanceof IntegerValue integer
            ? Integer.toString(integer.value())
            : ((FloatValue) number).text();
    return new ReportedError(SqlState.UNDEFINED_OBJECT, "large object " + oid + " does not exist");
  }

  private long relation(RangeVar name) {
    RelationEntry relation = new RelationLookup(memory).require(name);
    return Integer.toUnsignedLong(relation.oid());
  }

  private long type(List<String> name) {
    TypeEntry type = new NamedTypes(memory).find(name);
    boolean other = node.objtype() == ObjectType.DOMAIN && type.kind() != 'd';
    if (other && MajorChange.DOMAINS_ARE_GRANTED_AS_SUCH.isIn(facts().major())) {
      String shown = String.join(".", name);
      throw new ReportedError(SqlState.WRONG_OBJECT_TYPE, "\"" + shown + "\" is not a domain");
    }
    return Integer.toUnsignedLong(type.oid());
  }

  private long routine(ObjectWithArgs named) {
    ProcEntry routine = new RoutineLookup(memory, node.objtype()).require(named);
    return Integer.toUnsignedLong(routine.oid());
  }

  private long named(Node object, Securable kind, String word, SqlState state) {
    String name = ((StringValue) object).value();
    return facts().table(kind.table()).where(kind.nameColumn(), name).stream()
        .findFirst()
        .orElseThrow(() -> new ReportedError(state, word + " \"" + name + "\" does not exist"))
        .oid("oid");
  }

  private List<Long> allIn(String schema) {
    long oid = new Schemas(memory).requireUsage(schema);
    List<Long> oids = new ArrayList<>();
    switch (node.objtype()) {
      case TABLE -> TABLES.chars().forEach(kind -> oids.addAll(relations(oid, (char) kind)));
      case SEQUENCE -> oids.addAll(relations(oid, 'S'));
      default -> oids.addAll(routines(oid));
    }
    return oids;
  }

  private List<Long> relations(long schema, char kind) {
    return inSchema("pg_class", "relnamespace", schema).stream()
        .filter(row -> row.letter("relkind") == kind)
        .map(row -> row.oid("oid"))
        .toList();
  }

  private List<Long> routines(long schema) {
    ObjectType type = node.objtype();
    return inSchema("pg_proc", "pronamespace", schema).stream()
        .filter(
            row ->
                type == ObjectType.ROUTINE
                    || (row.letter("prokind") == 'p') == (type == ObjectType.PROCEDURE))
        .map(row -> row.oid("oid"))
        .toList();
  }

  /** Learned rows have its name, others its OID. */
  private List<FactRow> inSchema(String table, String column, long schema) {
    String name = facts().table("pg_namespace").byOid(schema).orElseThrow().text("nspname");
    List<FactRow> rows = new ArrayList<>(facts().table(table).where(column, name));
    rows.addAll(facts().table(table).where(column, Long.toString(schema)));
    return rows;
  }
}
