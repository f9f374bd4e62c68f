package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.OperatorEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which operator a name means for operands of given types ({@code parse_oper.c}). */
final class Operators {
  private Operators() {}

  /** A binary operator ({@code oper}). */
  static OperatorEntry binary(ParseState state, List<String> name, int[] operands, int location) {
    Resolutions.OperatorKey key = new Resolutions.OperatorKey(name, operands[0], operands[1]);
    Optional<OperatorEntry> known = Resolutions.of(state.context).operator(key);
    if (known.isPresent()) {
      return known.get();
    }
    List<OperatorEntry> visible = visible(state, name, location);
    Optional<OperatorEntry> found = exact(state.catalog(), visible, operands[0], operands[1]);
    OperatorEntry operator =
        found.orElseGet(() -> select(state, new Call(name, visible, operands, location)));
    Resolutions.of(state.context).remember(key, operator);
    return operator;
  }

  /** A prefix operator ({@code left_oper}). */
  static OperatorEntry prefix(ParseState state, List<String> name, int operand, int location) {
    Resolutions.OperatorKey key = new Resolutions.OperatorKey(name, 0, operand);
    Optional<OperatorEntry> known = Resolutions.of(state.context).operator(key);
    if (known.isPresent()) {
      return known.get();
    }
    List<OperatorEntry> visible = visible(state, name, location);
    Optional<OperatorEntry> found = withOperands(visible, 0, operand);
    OperatorEntry operator =
        found.orElseGet(
            () -> select(state, new Call(name, visible, new int[] {operand}, location)));
    Resolutions.of(state.context).remember(key, operator);
    return operator;
  }

  private record Call(
      List<String> name, List<OperatorEntry> visible, int[] operands, int location) {}

  private static Optional<OperatorEntry> exact(
      Catalog catalog, List<OperatorEntry> visible, int left, int right) {
    boolean unknown = left == TypeOid.UNKNOWN ^ right == TypeOid.UNKNOWN;
    int type = left == TypeOid.UNKNOWN ? right : left;
    if (!unknown) {
      return withOperands(visible, left, right);
    }
    Optional<OperatorEntry> found = withOperands(visible, type, type);
    if (found.isPresent()) {
      return found;
    }
    int base = TypeFacts.baseType(catalog, type);
    return base == type ? found : withOperands(visible, base, base);
  }

  private static Optional<OperatorEntry> withOperands(
      List<OperatorEntry> operators, int left, int right) {
    for (OperatorEntry operator : operators) {
      if (operator.left() == left && operator.right() == right) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  /** Operators of the name, in the order of the search path. */
  private static List<OperatorEntry> visible(ParseState state, List<String> name, int location) {
    String bare = name.get(name.size() - 1);
    List<OperatorEntry> named = state.catalog().operatorsNamed(bare);
    if (name.size() > 1) {
      String schema = Names.schema(state, name, location);
      return named.stream().filter(operator -> operator.schema().equals(schema)).toList();
    }
    List<OperatorEntry> visible = new ArrayList<>();
    for (String schema : state.context.searchPath().schemas()) {
      named.stream().filter(o -> o.schema().equals(schema)).forEach(visible::add);
    }
    return visible;
  }

  private static OperatorEntry select(ParseState state, Call call) {
    boolean prefix = call.operands().length == 1;
    List<Candidate<OperatorEntry>> candidates = new ArrayList<>();
    for (OperatorEntry operator : call.visible()) {
      if (operator.left() == 0 == prefix) {
        int[] types =
            prefix ? new int[] {operator.right()} : new int[] {operator.left(), operator.right()};
        candidates.add(new Candidate<>(operator, types, 0, 0, 0, List.of(), false));
      }
    }
    List<Candidate<OperatorEntry>> matching =
        CandidateSelection.matching(state.catalog(), call.operands(), candidates);
    if (matching.isEmpty()) {
      throw missing(call);
    }
    if (matching.size() == 1) {
      return matching.get(0).entry();
    }
    return CandidateSelection.best(state.catalog(), call.operands(), matching)
        .map(Candidate::entry)
        .orElseThrow(() -> notUnique(call));
  }

  private static String signature(Call call) {
    StringBuilder text = new StringBuilder();
    int[] operands = call.operands();
    if (operands.length == 2) {
      text.append(TypeFacts.name(operands[0])).append(' ');
    }
    return text.append(String.join(".", call.name()))
        .append(' ')
        .append(TypeFacts.name(operands[operands.length - 1]))
        .toString();
  }

  private static ReportedError missing(Call call) {
    String hint =
        call.operands().length == 1
            ? "No operator matches the given name and argument type. "
                + "You might need to add an explicit type cast."
            : "No operator matches the given name and argument types. "
                + "You might need to add explicit type casts.";
    return Complaint.at(
            call.location(),
            SqlState.UNDEFINED_FUNCTION,
            "operator does not exist: " + signature(call))
        .withHint(hint)
        .toException();
  }

  private static ReportedError notUnique(Call call) {
    return Complaint.at(
            call.location(),
            SqlState.AMBIGUOUS_FUNCTION,
            "operator is not unique: " + signature(call))
        .withHint(
            "Could not choose a best candidate operator. "
                + "You might need to add explicit type casts.")
        .toException();
  }
}
