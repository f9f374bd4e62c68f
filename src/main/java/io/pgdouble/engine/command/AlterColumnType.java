package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.analysis.ColumnCollations;
import io.pgdouble.engine.analysis.DefinitionExpressions;
import io.pgdouble.engine.analysis.TypeNames;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.NodeText;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.tree.ColumnDef;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** ALTER COLUMN TYPE ({@code tablecmds.c: ATExecAlterColumnType}). */
record AlterColumnType(AlterTableActions actions) {

  private SessionMemory memory() {
    return actions.memory();
  }

  private DefinitionExpressions expressions() {
    return new DefinitionExpressions(memory().analysis(memory().execution()));
  }

  private <T> T placed(Supplier<T> analysis) {
    return MajorChange.COLUMNS_ALTERED_HAVE_PLACES.isIn(memory().changes().facts().major())
        ? analysis.get()
        : AlterTableActions.unplaced(analysis);
  }

  void run(AttributeEntry column, ColumnDef def) {
    RelationEntry table = actions.table();
    placed(() -> admitUsing(column, def));
    TypeName name = def.typeName().orElseThrow();
    AnalysisContext context = memory().analysis(memory().execution());
    TypeNames.TypeReference type = placed(() -> TypeNames.resolve(name, context));
    new TypeUsage(memory()).require(type.type());
    int collation = placed(() -> ColumnCollations.of(context, type.type(), def.collClause()));
    new RowTypeUse(memory(), table).requireNoMember(type.type());
    AttributeEntry wanted = withType(column, type, collation);
    ColumnUsers users = new ColumnUsers(actions, column);
    users.refuse();
    Map<Long, String> checks = users.checks();
    RebuiltForeignKeys foreignKeys = users.withoutForeignKeys();
    if (!column.identity().isEmpty()) {
      new IdentityActions(actions, column).setType(type.type(), name);
    }
    Expression value =
        expressions()
            .conversion(
                table,
                wanted,
                def.constraints().isEmpty()
                    ? Optional.empty()
                    : def.constraints().get(0).rawExpr());
    Optional<Expression> before =
        actions
            .defaultOf(column)
            .map(row -> new NodeText(memory().catalog()).read(row.text("adbin"), Expression.class));
    Optional<Expression> defaultValue =
        before.map(one -> expressions().defaultForType(wanted, one));
    rewrite(table, column, value);
    actions.removeDefault(column);
    change(wanted, name.arrayBounds().size());
    changeIndexes(wanted);
    defaultValue.ifPresent(one -> new ColumnDefaults(memory(), actions.table()).store(wanted, one));
    users.remake(checks);
    foreignKeys.make();
  }

  private static ColumnDef admitUsing(AttributeEntry column, ColumnDef def) {
    if (!column.generated().isEmpty() && !def.constraints().isEmpty()) {
      throw ErrorReport.error(
              SqlState.INVALID_COLUMN_DEFINITION,
              "cannot specify USING when altering type of generated column")
          .withDetail("Column \"" + column.name() + "\" is a generated column.")
          .withPosition(def.location() + 1)
          .toException();
    }
    return def;
  }

  private void rewrite(RelationEntry table, AttributeEntry column, Expression value) {
    new RowTypeUse(memory(), table).requireUnused();
    List<Expression> values = TableRewrite.sameColumns(table);
    values.set(column.number() - 1, value);
    new TableRewrite(memory()).run(table, values);
  }

  private static AttributeEntry withType(
      AttributeEntry column, TypeNames.TypeReference type, int collation) {
    return new AttributeEntry(
        column.number(),
        column.name(),
        type.type(),
        type.typmod(),
        collation,
        column.notNull(),
        false,
        column.identity(),
        column.generated(),
        false,
        Optional.empty());
  }

  private void change(AttributeEntry column, int dimensions) {
    CatalogRows rows = new CatalogRows(memory().changes());
    String key = Integer.toUnsignedString(actions.tableOid()) + "\t" + column.number();
    FactRow type =
        rows.facts().table("pg_type").byOid(Integer.toUnsignedLong(column.type())).orElseThrow();
    Map<String, String> values = typed(column, type);
    values.put("attndims", Integer.toString(dimensions));
    values.forEach((name, value) -> rows.change("pg_attribute", key, name, Optional.of(value)));
    ObjectAddress address =
        ObjectAddress.column(Integer.toUnsignedLong(actions.tableOid()), column.number());
    for (FactRow row : rows.dependenciesOf(address)) {
      boolean typeOrCollation =
          row.integer("objsubid") == column.number()
              && (row.oid("refclassid") == ObjectAddress.TYPE
                  || row.oid("refclassid") == ObjectAddress.COLLATION);
      if (typeOrCollation) {
        rows.delete("pg_depend", CatalogRows.key(row));
      }
    }
    rows.depend(address, ObjectAddress.type(Integer.toUnsignedLong(column.type())), 'n');
  }

  private static Map<String, String> typed(AttributeEntry column, FactRow type) {
    Map<String, String> values = new HashMap<>();
    values.put("atttypid", type.text("oid"));
    values.put("atttypmod", Integer.toString(column.typmod()));
    values.put("attcollation", Integer.toUnsignedString(column.collation()));
    values.put("attlen", type.text("typlen"));
    values.put("attbyval", type.text("typbyval"));
    values.put("attalign", type.text("typalign"));
    values.put("attstorage", type.text("typstorage"));
    return values;
  }

  /** Indexes get the operator class of the new type. */
  private void changeIndexes(AttributeEntry column) {
    CatalogRows rows = new CatalogRows(memory().changes());
    String table = Integer.toUnsignedString(actions.tableOid());
    for (FactRow row : rows.facts().table("pg_index").where("indrelid", table)) {
      List<String> keys = List.of(row.text("indkey").split(" "));
      int at = keys.indexOf(Integer.toString(column.number()));
      if (at >= 0) {
        changeIndex(rows, row, new Place(at, column));
      }
    }
  }

  private record Place(int at, AttributeEntry column) {}

  private void changeIndex(CatalogRows rows, FactRow row, Place place) {
    AttributeEntry column = place.column();
    FactRow type =
        rows.facts().table("pg_type").byOid(Integer.toUnsignedLong(column.type())).orElseThrow();
    String key = row.text("indexrelid") + "\t" + (place.at() + 1);
    typed(column, type)
        .forEach((name, value) -> rows.change("pg_attribute", key, name, Optional.of(value)));
    if (place.at() < row.integer("indnkeyatts")) {
      FactRow index = rows.facts().table("pg_class").byOid(row.oid("indexrelid")).orElseThrow();
      FactRow method = rows.facts().table("pg_am").byOid(index.oid("relam")).orElseThrow();
      String operatorClass =
          new OperatorClasses(memory().catalog(), rows.facts(), method)
              .requireDefault(column.type())
              .text("oid");
      String collation = Integer.toUnsignedString(column.collation());
      replace(rows, row, new Part("indclass", place.at(), operatorClass));
      replace(rows, row, new Part("indcollation", place.at(), collation));
    }
    if (row.bool("indisunique")) {
      new ExistingRows(memory()).checkUnique(actions.table(), row.oid("indexrelid"));
    }
  }

  private record Part(String vector, int at, String value) {}

  private static void replace(CatalogRows rows, FactRow row, Part part) {
    List<String> parts =
        Arrays.stream(row.text(part.vector()).split(" ")).collect(Collectors.toList());
    parts.set(part.at(), part.value());
    rows.change(
        "pg_index", row.text("indexrelid"), part.vector(), Optional.of(String.join(" ", parts)));
  }
}
