package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.CatalogTypes;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AlterEnumStmt;
import io.pgdouble.engine.tree.CreateEnumStmt;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.EnumLabels;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** CREATE TYPE … AS ENUM and what changes its labels ({@code typecmds.c}, {@code pg_enum.c}). */
record EnumCommands(SessionMemory memory) {
  private static final String TABLE = "pg_enum";

  Completion create(CreateEnumStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    String name = node.typeName().get(node.typeName().size() - 1);
    CreationSchema schema = new NamedTypes(memory).creation(node.typeName());
    CatalogRows rows = new CatalogRows(memory.changes());
    CatalogRows.TypeOids oids = rows.newTypeOids();
    long oid = oids.element();
    new TypeRows(rows)
        .insertEnum(new TypeRows.Element(oids, name, schema, new Principal(memory).oid()));
    Set<String> seen = new HashSet<>();
    float place = 1;
    for (String label : node.vals()) {
      checkLabel(label);
      if (!seen.add(label)) {
        throw duplicateKey(oid, label);
      }
      insert(rows, oid, label, place++);
    }
    return in.done();
  }

  /** {@code EnumValuesCreate} leaves this to the catalog's index. */
  private static RuntimeException duplicateKey(long type, String label) {
    return ErrorReport.error(
            SqlState.UNIQUE_VIOLATION,
            "duplicate key value violates unique constraint \"pg_enum_typid_label_index\"")
        .withDetail("Key (enumtypid, enumlabel)=(" + type + ", " + label + ") already exists.")
        .with(ErrorField.SCHEMA, "pg_catalog")
        .with(ErrorField.TABLE, TABLE)
        .with(ErrorField.CONSTRAINT, "pg_enum_typid_label_index")
        .toException();
  }

  private static long insert(CatalogRows rows, long type, String label, float place) {
    Map<String, String> row = new HashMap<>();
    row.put("enumtypid", Long.toString(type));
    row.put("enumsortorder", Float.toString(place));
    row.put("enumlabel", label);
    long oid = rows.newOid();
    rows.insert(TABLE, oid, row);
    return oid;
  }

  private static void checkLabel(String label) {
    if (label.getBytes(StandardCharsets.UTF_8).length > ObjectNames.MAX_BYTES) {
      throw ErrorReport.error(SqlState.INVALID_NAME, "invalid enum label \"" + label + "\"")
          .withDetail("Labels must be " + ObjectNames.MAX_BYTES + " bytes or less.")
          .toException();
    }
  }

  Completion alter(AlterEnumStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    NamedTypes lookup = new NamedTypes(memory);
    TypeEntry type = lookup.find(node.typeName());
    if (type.kind() != 'e') {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE, TypeFacts.name(type.oid()) + " is not an enum");
    }
    lookup.checkOwner(type);
    EnumLabels labels = CatalogTypes.of(memory.catalog()).labels(type.oid()).orElseThrow();
    checkLabel(node.newVal());
    memory.changes().hold("the labels of type " + type.oid());
    if (node.oldVal().isPresent()) {
      rename(labels, node);
    } else {
      add(type, labels, node);
    }
    return in.done();
  }

  /** {@code RenameEnumLabel}. */
  private void rename(EnumLabels labels, AlterEnumStmt node) {
    long label = existing(labels, node.oldVal().orElseThrow());
    if (labels.find(node.newVal()).isPresent()) {
      throw new ReportedError(SqlState.DUPLICATE_OBJECT, alreadyThere(node.newVal()));
    }
    new CatalogRows(memory.changes()).change(TABLE, label, "enumlabel", node.newVal());
  }

  private static String alreadyThere(String label) {
    return "enum label \"" + label + "\" already exists";
  }

  private static long existing(EnumLabels labels, String label) {
    return labels
        .find(label)
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "\"" + label + "\" is not an existing enum label"));
  }

  /** {@code AddEnumLabel}. */
  private void add(TypeEntry type, EnumLabels labels, AlterEnumStmt node) {
    if (labels.find(node.newVal()).isPresent()) {
      if (!node.skipIfNewValExists()) {
        throw new ReportedError(SqlState.DUPLICATE_OBJECT, alreadyThere(node.newVal()));
      }
      new NamedTypes(memory).skip(SqlState.DUPLICATE_OBJECT, alreadyThere(node.newVal()));
      return;
    }
    long oid =
        insert(
            new CatalogRows(memory.changes()),
            Integer.toUnsignedLong(type.oid()),
            node.newVal(),
            place(labels, node));
    boolean safe =
        MajorChange.LABELS_OF_NEW_TYPES_ARE_SAFE.isIn(memory.execution().facts().major())
            && memory.changes().isOwn("pg_type", Integer.toUnsignedLong(type.oid()));
    if (!safe) {
      memory.changes().addLabel(oid);
    }
  }

  /** Between two labels there is always room for another one, until floats come to their end. */
  private float place(EnumLabels labels, AlterEnumStmt node) {
    List<EnumLabels.Label> order = labels.inOrder();
    if (node.newValNeighbor().isEmpty()) {
      return order.isEmpty() ? 1 : order(order.get(order.size() - 1)) + 1;
    }
    int neighbor = labels.place(existing(labels, node.newValNeighbor().get()));
    float here = order(order.get(neighbor));
    int other = node.newValIsAfter() ? neighbor + 1 : neighbor - 1;
    if (other < 0) {
      return here - 1;
    }
    if (other == order.size()) {
      return here + 1;
    }
    float there = order(order.get(other));
    float middle = (here + there) / 2;
    if (middle == here || middle == there) {
      throw ErrorReport.notSimulated("labels that find no room between others").toException();
    }
    return middle;
  }

  private float order(EnumLabels.Label label) {
    FactRow row = memory.changes().current().table(TABLE).byOid(label.oid()).orElseThrow();
    return Float.parseFloat(row.text("enumsortorder"));
  }
}
