package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.PartitionBoundSpec;
import io.pgdouble.engine.tree.PartitionElem;
import io.pgdouble.engine.tree.PartitionSpec;
import io.pgdouble.engine.tree.PartitionStrategy;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** PARTITION BY and FOR VALUES. */
final class Partitions {
  private final Grammar g;
  private final Tokens t;

  Partitions(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  /** {@code OptPartitionSpec}. */
  Optional<PartitionSpec> optSpec() {
    int location = t.location();
    if (!t.accept(Keyword.PARTITION)) {
      return Optional.empty();
    }
    t.expect(Keyword.BY);
    String name = g.names.colId();
    List<PartitionElem> elements = g.names.parenthesized(this::element);
    return Optional.of(new PartitionSpec(strategy(name), elements, location));
  }

  private PartitionStrategy strategy(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "list" -> PartitionStrategy.LIST;
      case "range" -> PartitionStrategy.RANGE;
      case "hash" -> PartitionStrategy.HASH;
      default -> {
        String message = "unrecognized partitioning strategy \"" + name + "\"";
        throw t.error(SqlState.INVALID_PARAMETER_VALUE, message, -1);
      }
    };
  }

  private PartitionElem element() {
    int location = t.location();
    IndexElements.Key key = new IndexElements(g).key();
    List<String> collation = t.accept(Keyword.COLLATE) ? g.names.anyName() : List.of();
    List<String> opclass = Keyword.isColId(t.kind()) ? g.names.anyName() : List.of();
    return new PartitionElem(key.name(), key.expression(), collation, opclass, location);
  }

  /** {@code PartitionBoundSpec}. */
  PartitionBoundSpec bound() {
    int location = t.location();
    if (t.accept(Keyword.DEFAULT)) {
      Values none = new Values(List.of(), List.of(), List.of());
      return bound(PartitionStrategy.LIST, none, location);
    }
    t.expect(Keyword.FOR, Keyword.VALUES);
    int at = t.location();
    if (t.accept(Keyword.WITH)) {
      return hash(at);
    }
    if (t.accept(Keyword.IN)) {
      List<Expr> list = g.expressions.parenthesizedList();
      return bound(PartitionStrategy.LIST, new Values(list, List.of(), List.of()), at);
    }
    t.expect(Keyword.FROM);
    List<Expr> lower = g.expressions.parenthesizedList();
    t.expect(Keyword.TO);
    List<Expr> upper = g.expressions.parenthesizedList();
    return bound(PartitionStrategy.RANGE, new Values(List.of(), lower, upper), at);
  }

  private record Values(List<Expr> list, List<Expr> lower, List<Expr> upper) {}

  private static PartitionBoundSpec bound(PartitionStrategy strategy, Values values, int location) {
    boolean isDefault = values.list().isEmpty() && values.lower().isEmpty();
    return new PartitionBoundSpec(
        isDefault, strategy, -1, -1, values.list(), values.lower(), values.upper(), location);
  }

  private record HashPart(String name, int value, int location) {}

  private HashPart hashPart() {
    int location = t.location();
    return new HashPart(g.names.nonReservedWord(), t.iconst(), location);
  }

  private PartitionBoundSpec hash(int location) {
    List<HashPart> parts = g.names.parenthesized(this::hashPart);
    List<String> seen = new ArrayList<>();
    int modulus = -1;
    int remainder = -1;
    for (HashPart part : parts) {
      checkPart(part, seen);
      seen.add(part.name());
      modulus = part.name().equals("modulus") ? part.value() : modulus;
      remainder = part.name().equals("remainder") ? part.value() : remainder;
    }
    for (String name : List.of("modulus", "remainder")) {
      if (!seen.contains(name)) {
        String message = name + " for hash partition must be specified";
        throw t.error(SqlState.SYNTAX_ERROR, message, -1);
      }
    }
    return new PartitionBoundSpec(
        false,
        PartitionStrategy.HASH,
        modulus,
        remainder,
        List.of(),
        List.of(),
        List.of(),
        location);
  }

  private void checkPart(HashPart part, List<String> seen) {
    String name = part.name();
    if (!name.equals("modulus") && !name.equals("remainder")) {
      String message = "unrecognized hash partition bound specification \"" + name + "\"";
      throw t.error(SqlState.SYNTAX_ERROR, message, part.location());
    }
    if (seen.contains(name)) {
      String message = name + " for hash partition provided more than once";
      throw t.error(SqlState.DUPLICATE_OBJECT, message, part.location());
    }
  }
}
