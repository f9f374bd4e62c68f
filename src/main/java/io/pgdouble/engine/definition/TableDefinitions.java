package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.definition.TableEntry.CheckEntry;
import io.pgdouble.engine.definition.TableEntry.ForeignKeyEntry;
import io.pgdouble.engine.definition.TableEntry.IndexColumn;
import io.pgdouble.engine.definition.TableEntry.IndexEntry;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The definitions of tables, read from the rows of a catalog ({@code relcache.c}). */
public final class TableDefinitions {
  private static final int FIRST_NORMAL_OID = 16_384;
  private static final int DESCENDING = 1;
  private static final int NULLS_FIRST = 2;

  private final Catalog catalog;
  private final NodeText nodes;

  private TableDefinitions(Catalog catalog) {
    this.catalog = catalog;
    this.nodes = new NodeText(catalog);
  }

  private record Key(int relation) {}

  /** The definition of a table, which is read once for each version of a catalog. */
  public static TableEntry of(Catalog catalog, RelationEntry relation) {
    return catalog.derived(
        new Key(relation.oid()), version -> new TableDefinitions(catalog).read(relation));
  }

  private FactTable table(String name) {
    return catalog.facts().table(name);
  }

  private TableEntry read(RelationEntry relation) {
    String oid = Integer.toUnsignedString(relation.oid());
    List<FactRow> constraints = table("pg_constraint").where("conrelid", oid);
    List<FactRow> others = table("pg_constraint").where("confrelid", oid);
    return new TableEntry(
        relation,
        defaults(relation, oid),
        constraints.stream()
            .filter(row -> row.letter("contype") == 'c')
            .map(this::check)
            .sorted(Comparator.comparing(CheckEntry::name))
            .toList(),
        table("pg_index").where("indrelid", oid).stream()
            .map(row -> index(relation, row))
            .sorted((one, other) -> Integer.compareUnsigned(one.oid(), other.oid()))
            .toList(),
        foreignKeys(constraints),
        foreignKeys(others),
        table("pg_trigger").where("tgrelid", oid).stream()
            .filter(row -> !row.bool("tgisinternal"))
            .map(row -> TriggerEntry.of(row, catalog))
            .sorted(Comparator.comparing(TriggerEntry::name))
            .toList());
  }

  private Map<Integer, Expression> defaults(RelationEntry relation, String oid) {
    Map<Integer, Expression> defaults = new HashMap<>();
    for (AttributeEntry column : relation.attributes()) {
      ofDomain(column).ifPresent(value -> defaults.put(column.number(), value));
    }
    for (FactRow row : table("pg_attrdef").where("adrelid", oid)) {
      defaults.put(row.integer("adnum"), nodes.read(row.text("adbin"), Expression.class));
    }
    return Map.copyOf(defaults);
  }

  /** What a column has by its domain, which also has a say where there is no default. */
  private Optional<Expression> ofDomain(AttributeEntry column) {
    boolean domain = !column.dropped() && catalog.type(column.type()).kind() == 'd';
    if (!domain || Integer.compareUnsigned(column.type(), FIRST_NORMAL_OID) < 0) {
      return Optional.empty();
    }
    int base = TypeFacts.baseType(catalog, column.type());
    Expression value =
        DomainDefinitions.of(catalog, column.type())
            .defaultValue()
            .orElse(new Expression.Const(base, -1, column.collation(), null, -1));
    return Optional.of(
        new Expression.CoerceToDomain(
            value, column.type(), column.collation(), CallForm.IMPLICIT_CAST, -1));
  }

  private CheckEntry check(FactRow row) {
    return new CheckEntry(
        (int) row.oid("oid"),
        row.text("conname"),
        nodes.read(row.text("conbin"), Expression.class),
        row.bool("convalidated"));
  }

  private IndexEntry index(RelationEntry relation, FactRow row) {
    FactRow name = table("pg_class").byOid(row.oid("indexrelid")).orElseThrow();
    Optional<FactRow> constraint =
        table("pg_constraint").where("conindid", row.text("indexrelid")).stream()
            .filter(one -> "pux".indexOf(one.letter("contype")) >= 0)
            .findFirst();
    List<Integer> attributes = numbers(row, "indkey");
    int keys = row.integer("indnkeyatts");
    return new IndexEntry(
        (int) row.oid("indexrelid"),
        name.text("relname"),
        name.text("relam"),
        columns(relation, row),
        attributes.subList(keys, attributes.size()),
        row.find("indpred").map(text -> nodes.read(text, Expression.class)),
        row.bool("indisunique"),
        row.bool("indisprimary"),
        row.isSaid("indnullsnotdistinct"),
        constraint.map(one -> (int) one.oid("oid")).orElse(0),
        constraint.filter(one -> one.bool("condeferrable")).isPresent(),
        constraint.filter(one -> one.bool("condeferred")).isPresent());
  }

  private List<IndexColumn> columns(RelationEntry relation, FactRow row) {
    List<Integer> attributes = numbers(row, "indkey");
    List<Integer> options = numbers(row, "indoption");
    long[] classes = row.oids("indclass");
    long[] collations = row.oids("indcollation");
    List<Expression> expressions = new ArrayList<>(expressions(row));
    List<IndexColumn> columns = new ArrayList<>();
    for (int i = 0; i < row.integer("indnkeyatts"); i++) {
      int number = attributes.get(i);
      Expression value = number == 0 ? expressions.remove(0) : column(relation, number);
      columns.add(
          new IndexColumn(
              number,
              value,
              (int) classes[i],
              (int) collations[i],
              (options.get(i) & DESCENDING) != 0,
              (options.get(i) & NULLS_FIRST) != 0));
    }
    return List.copyOf(columns);
  }

  private List<Expression> expressions(FactRow row) {
    return row.find("indexprs")
        .map(text -> nodes.read(text, ExpressionList.class).expressions())
        .orElse(List.of());
  }

  private static Expression column(RelationEntry relation, int number) {
    AttributeEntry attribute = relation.attributes().get(number - 1);
    return new Expression.Var(
        0, 0, number, attribute.type(), attribute.typmod(), attribute.collation(), -1);
  }

  /** In the order in which their triggers fire, that of their OIDs. */
  private List<ForeignKeyEntry> foreignKeys(List<FactRow> rows) {
    return rows.stream()
        .filter(row -> row.letter("contype") == 'f')
        .map(this::foreignKey)
        .sorted((one, other) -> Integer.compareUnsigned(one.oid(), other.oid()))
        .toList();
  }

  private ForeignKeyEntry foreignKey(FactRow row) {
    return new ForeignKeyEntry(
        (int) row.oid("oid"),
        row.text("conname"),
        (int) row.oid("conrelid"),
        numbers(row, "conkey"),
        (int) row.oid("confrelid"),
        numbers(row, "confkey"),
        (int) row.oid("conindid"),
        numbers(row, "conpfeqop"),
        row.letter("confmatchtype"),
        row.letter("confupdtype"),
        row.letter("confdeltype"),
        row.columns().contains("confdelsetcols") ? numbers(row, "confdelsetcols") : List.of(),
        row.bool("condeferrable"),
        row.bool("condeferred"),
        row.bool("convalidated"),
        triggers(row));
  }

  private TableEntry.KeyTriggers triggers(FactRow key) {
    char[] enabled = {'O', 'O', 'O', 'O'};
    for (FactRow row : table("pg_trigger").where("tgconstraint", key.text("oid"))) {
      String function = catalog.proc((int) row.oid("tgfoid")).name();
      boolean checks = function.startsWith("RI_FKey_check_");
      boolean update = function.endsWith("_upd");
      enabled[(checks ? 0 : 2) + (update ? 1 : 0)] = row.letter("tgenabled");
    }
    return new TableEntry.KeyTriggers(enabled[0], enabled[1], enabled[2], enabled[3]);
  }

  private static List<Integer> numbers(FactRow row, String column) {
    return Arrays.stream(row.oids(column)).mapToObj(number -> (int) number).toList();
  }
}
