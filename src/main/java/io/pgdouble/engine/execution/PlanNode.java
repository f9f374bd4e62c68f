package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.RelationEntry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A part of a plan, as it is shown to whoever asks how a query is run. What is planned inside an
 * expression is not shown.
 *
 * @param type what it does
 * @param object the name of what it does it to
 * @param inputs where its rows come from
 */
public record PlanNode(String type, Optional<String> object, List<PlanNode> inputs) {
  /** What moves rows from one part to another as they are. */
  private static final Set<Class<?>> PASSING =
      Set.of(
          Scans.OfSource.class,
          Projections.Visible.class,
          SetOperations.Converted.class,
          Subqueries.Inner.class,
          Subqueries.Remembered.class,
          Subqueries.WithWriters.class);

  /** What is not a part itself, but has some. */
  private static final Set<Class<?>> HOLDING =
      Set.of(CommonTablePlan.Recursion.class, AppendScan.Part.class);

  private static final Map<Class<?>, String> TYPES =
      Map.of(
          Projections.Plain.class, "Projection",
          Projections.Sets.class, "Set Projection",
          Scans.Single.class, "One Row",
          Scans.ValueRows.class, "Values",
          SetOperations.Counted.class, "Set Operation",
          Sorts.First.class, "Distinct On",
          CommonTablePlan.class, "Common Table",
          Subqueries.WithTables.class, "With",
          Subqueries.TableReference.class, "Common Table Scan");

  public static PlanNode of(Plan plan) {
    return nodes(plan.source()).findFirst().orElseThrow();
  }

  private static Stream<PlanNode> nodes(Object part) {
    if (part instanceof Optional<?> optional) {
      return optional.stream().flatMap(PlanNode::nodes);
    }
    if (part instanceof List<?> list) {
      return list.stream().flatMap(PlanNode::nodes);
    }
    if (!(part instanceof Record node)) {
      return Stream.empty();
    }
    if (PASSING.contains(node.getClass()) || HOLDING.contains(node.getClass())) {
      return inputs(node);
    }
    return isNode(node)
        ? Stream.of(new PlanNode(type(node), object(node), inputs(node).toList()))
        : Stream.empty();
  }

  private static boolean isNode(Record node) {
    return node instanceof SourcePlan
        || node instanceof StepPlan
        || node instanceof CommonTablePlan;
  }

  private static Stream<PlanNode> inputs(Record node) {
    return Stream.of(node.getClass().getRecordComponents())
        .flatMap(component -> nodes(value(node, component)));
  }

  private static String type(Record node) {
    if (node instanceof Joins join) {
      return words(join.kind().name()) + " Join";
    }
    if (node instanceof TableScan scan && scan.key().isPresent()) {
      return "Key Scan";
    }
    String simple = node.getClass().getSimpleName();
    return TYPES.getOrDefault(node.getClass(), simple.replaceAll("(?<=[a-z])(?=[A-Z])", " "));
  }

  private static String words(String constant) {
    return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
  }

  private static Optional<String> object(Record node) {
    if (node instanceof ModifyTable change) {
      return Optional.of(change.target().relation().name());
    }
    return Stream.of(node.getClass().getRecordComponents())
        .map(component -> value(node, component))
        .flatMap(value -> name(node, value))
        .findFirst();
  }

  private static Stream<String> name(Record node, Object value) {
    if (value instanceof RelationEntry relation) {
      return Stream.of(relation.name());
    }
    boolean named =
        node instanceof CommonTablePlan
            || node instanceof Subqueries.TableReference
            || node instanceof TransitionScan;
    return named && value instanceof String name ? Stream.of(name) : Stream.empty();
  }

  private static Object value(Record node, RecordComponent component) {
    try {
      return component.getAccessor().invoke(node);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
