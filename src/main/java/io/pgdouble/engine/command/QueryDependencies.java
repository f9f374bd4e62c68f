package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.OperatorEntry;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.QueryWording;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.type.TypeOid;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a query needs ({@code dependency.c: recordDependencyOnExpr}). */
final class QueryDependencies {
  private final Set<ObjectAddress> found = new LinkedHashSet<>();
  private final Deque<Query> queries = new ArrayDeque<>();

  /** What names a type that is not its parts'. */
  private static final Set<Class<?>> NAMES_TYPE =
      Set.of(
          Expression.Param.class,
          Expression.RelabelType.class,
          Expression.CoerceViaIO.class,
          Expression.ArrayCoerceExpr.class,
          Expression.RowExpr.class,
          Expression.CoerceToDomain.class);

  private final Catalog catalog;

  private QueryDependencies(Catalog catalog) {
    this.catalog = catalog;
  }

  static Set<ObjectAddress> of(Catalog catalog, Query query) {
    QueryDependencies dependencies = new QueryDependencies(catalog);
    dependencies.visit(query);
    return dependencies.reduced();
  }

  /** {@code eliminate_duplicate_dependencies}: who needs a column needs its table with it. */
  private Set<ObjectAddress> reduced() {
    Set<Long> ofColumns =
        found.stream()
            .filter(one -> one.sub() > 0)
            .map(ObjectAddress::oid)
            .collect(Collectors.toSet());
    found.removeIf(
        one ->
            one.catalog() == ObjectAddress.RELATION
                && one.sub() == 0
                && ofColumns.contains(one.oid()));
    return found;
  }

  private void visit(Object node) {
    if (node instanceof Optional<?> optional) {
      optional.ifPresent(this::visit);
    } else if (node instanceof List<?> list) {
      list.forEach(this::visit);
    } else if (node instanceof Query query) {
      queries.push(query);
      components(query);
      queries.pop();
    } else if (node instanceof RangeEntry.Relation relation) {
      found.add(ObjectAddress.relation(Integer.toUnsignedLong(relation.relation().oid())));
    } else if (node instanceof Record part) {
      note(part);
      components(part);
    }
  }

  private void note(Record part) {
    if (part instanceof Expression.Var column) {
      noteColumn(column);
    } else if (part instanceof ProcEntry function) {
      add(ObjectAddress.PROC, function.oid());
    } else if (part instanceof OperatorEntry operator) {
      add(ObjectAddress.OPERATOR, operator.oid());
    } else if (part instanceof QueryWording wording) {
      wording.groupedKeys().forEach(key -> add(ObjectAddress.CONSTRAINT, key));
    } else if (part instanceof Expression.FieldSelect field) {
      noteField(field);
    } else if (part instanceof Expression.Const constant) {
      add(ObjectAddress.TYPE, constant.type());
      if (constant.type() == TypeOid.REGCLASS && constant.value() instanceof Long oid) {
        found.add(ObjectAddress.relation(oid));
      }
    } else if (part instanceof Expression expression && NAMES_TYPE.contains(part.getClass())) {
      add(ObjectAddress.TYPE, expression.type());
    }
  }

  private void noteField(Expression.FieldSelect field) {
    catalog
        .relationOfRowType(TypeFacts.baseType(catalog, field.argument().type()))
        .ifPresent(
            row ->
                found.add(ObjectAddress.column(Integer.toUnsignedLong(row.oid()), field.field())));
  }

  private void add(long catalog, int oid) {
    found.add(new ObjectAddress(catalog, Integer.toUnsignedLong(oid), 0));
  }

  private void noteColumn(Expression.Var column) {
    List<Query> levels = new ArrayList<>(queries);
    if (column.levelsUp() >= levels.size()) {
      return;
    }
    RangeEntry entry = levels.get(column.levelsUp()).rangeTable().get(column.relation());
    if (entry instanceof RangeEntry.Relation relation && column.attribute() > 0) {
      long oid = Integer.toUnsignedLong(relation.relation().oid());
      found.add(ObjectAddress.column(oid, column.attribute()));
    }
  }

  private void components(Record node) {
    if (node instanceof ProcEntry || node instanceof OperatorEntry) {
      return;
    }
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      try {
        visit(component.getAccessor().invoke(node));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
