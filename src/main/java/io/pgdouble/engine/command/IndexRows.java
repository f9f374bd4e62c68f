package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.definition.ExpressionList;
import io.pgdouble.engine.definition.NodeText;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.facts.FactRow;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of a new index ({@code index.c: index_create}). */
record IndexRows(SessionMemory memory, RelationEntry table) {
  static final String BTREE = "btree";

  /** A column of a key. */
  record Part(
      String name,
      int attribute,
      Optional<Expression> expression,
      int type,
      int typmod,
      int collation,
      FactRow operatorClass,
      int option) {
    String collationText() {
      return Integer.toUnsignedString(collation);
    }
  }

  /** An index to come. */
  record Draft(
      String name,
      String accessMethod,
      List<Part> parts,
      List<AttributeEntry> included,
      Optional<Expression> predicate,
      boolean unique,
      boolean primary,
      boolean nullsNotDistinct,
      boolean immediate,
      Optional<String> options) {}

  private CatalogRows rows() {
    return new CatalogRows(memory.changes());
  }

  FactRow accessMethod(String name) {
    return rows().facts().table("pg_am").where("amname", name).get(0);
  }

  OperatorClasses operatorClasses(String accessMethod) {
    return new OperatorClasses(memory.catalog(), rows().facts(), accessMethod(accessMethod));
  }

  /** A column of the table in a btree key. */
  Part column(AttributeEntry attribute) {
    return new Part(
        attribute.name(),
        attribute.number(),
        Optional.empty(),
        attribute.type(),
        attribute.typmod(),
        attribute.collation(),
        operatorClasses(BTREE).requireDefault(attribute.type()),
        0);
  }

  long insert(Draft draft) {
    long schema = new Schemas(memory).require(table.schema());
    CreationSchema place = new CreationSchema(schema, table.schema(), table.persistence());
    if (new ObjectNames(rows().facts(), schema).hasRelation(draft.name())) {
      throw CreationSchema.duplicate(draft.name()).toException();
    }
    long oid = rows().newOid();
    long method = accessMethod(draft.accessMethod()).oid("oid");
    new RelationRows(rows())
        .insert(
            new RelationRows.Draft(
                oid,
                draft.name(),
                place,
                'i',
                Integer.toUnsignedLong(table.owner()),
                CatalogRows.TypeOids.NONE,
                method,
                draft.options()),
            draft.parts().size() + draft.included().size());
    insertColumns(oid, draft);
    insertIndex(oid, draft);
    depend(oid, draft);
    rows().change("pg_class", Integer.toUnsignedLong(table.oid()), "relhasindex", "t");
    return oid;
  }

  private void insertColumns(long oid, Draft draft) {
    RelationRows relations = new RelationRows(rows());
    int number = 1;
    for (Part part : draft.parts()) {
      int type = storedType(draft, part);
      relations.insertColumn(
          oid, new Named(part.name(), type, part.typmod(), part.collation()).at(number++), 0);
    }
    for (AttributeEntry one : draft.included()) {
      relations.insertColumn(
          oid, new Named(one.name(), one.type(), one.typmod(), 0).at(number++), 0);
    }
  }

  /** {@code ConstructTupleDescriptor}: what an index keeps of a value. */
  private int storedType(Draft draft, Part part) {
    if (draft.accessMethod().equals("hash")) {
      return TypeOid.INT4;
    }
    int stored = (int) part.operatorClass().oid("opckeytype");
    if (stored == TypeOid.ANYELEMENT) {
      return TypeFacts.baseElementType(memory.catalog(), part.type());
    }
    return stored == 0 ? part.type() : stored;
  }

  private record Named(String name, int type, int typmod, int collation) {
    AttributeEntry at(int number) {
      return new AttributeEntry(
          number, name, type, typmod, collation, false, false, "", "", false, Optional.empty());
    }
  }

  private static <T> String vector(List<T> items, Function<T, Object> value) {
    return items.stream().map(value).map(String::valueOf).collect(Collectors.joining(" "));
  }

  private void insertIndex(long oid, Draft draft) {
    NodeText nodes = new NodeText(memory.catalog());
    Map<String, String> row = new HashMap<>();
    row.put("indexrelid", Long.toString(oid));
    row.put("indrelid", Integer.toUnsignedString(table.oid()));
    row.put("indnatts", Integer.toString(draft.parts().size() + draft.included().size()));
    row.put("indnkeyatts", Integer.toString(draft.parts().size()));
    row.put("indisunique", flag(draft.unique()));
    row.put("indnullsnotdistinct", flag(draft.nullsNotDistinct()));
    row.put("indisprimary", flag(draft.primary()));
    row.put("indimmediate", flag(draft.immediate()));
    for (String no :
        List.of("indisexclusion", "indisclustered", "indcheckxmin", "indisreplident")) {
      row.put(no, "f");
    }
    for (String yes : List.of("indisvalid", "indisready", "indislive")) {
      row.put(yes, "t");
    }
    List<Integer> numbers = new ArrayList<>();
    draft.parts().forEach(part -> numbers.add(part.attribute()));
    draft.included().forEach(one -> numbers.add(one.number()));
    row.put("indkey", vector(numbers, number -> number));
    row.put("indcollation", vector(draft.parts(), Part::collationText));
    row.put("indclass", vector(draft.parts(), part -> part.operatorClass().text("oid")));
    row.put("indoption", vector(draft.parts(), Part::option));
    List<Expression> expressions =
        draft.parts().stream().map(Part::expression).flatMap(Optional::stream).toList();
    if (!expressions.isEmpty()) {
      row.put("indexprs", nodes.write(new ExpressionList(expressions)));
    }
    draft.predicate().ifPresent(one -> row.put("indpred", nodes.write(one)));
    rows().insertAt("pg_index", Long.toString(oid), row);
  }

  private static String flag(boolean flag) {
    return flag ? "t" : "f";
  }

  /** What an index that no constraint has depends on. */
  void dependOnColumns(long oid, Draft draft) {
    ObjectAddress index = ObjectAddress.relation(oid);
    long relation = Integer.toUnsignedLong(table.oid());
    List<Integer> columns = new ArrayList<>();
    draft.parts().forEach(part -> columns.add(part.attribute()));
    draft.included().forEach(one -> columns.add(one.number()));
    columns.removeIf(number -> number == 0);
    columns.forEach(number -> rows().depend(index, ObjectAddress.column(relation, number), 'a'));
    if (columns.isEmpty()) {
      rows().depend(index, ObjectAddress.relation(relation), 'a');
    }
    ExpressionDependencies expressions = new ExpressionDependencies(rows(), index);
    draft
        .parts()
        .forEach(part -> part.expression().ifPresent(one -> expressions.ofPart(one, relation)));
    draft.predicate().ifPresent(one -> expressions.ofPart(one, relation));
  }

  /** An index of a constraint depends on the table through that alone; it notes so itself. */
  private void depend(long oid, Draft draft) {
    ObjectAddress index = ObjectAddress.relation(oid);
    for (Part part : draft.parts()) {
      rows()
          .depend(
              index,
              new ObjectAddress(ObjectAddress.OPERATOR_CLASS, part.operatorClass().oid("oid"), 0),
              'n');
    }
  }
}
