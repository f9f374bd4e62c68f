package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.ArrayExpr;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.expression.VariadicForm;
import io.pgdouble.engine.expression.WrittenArgument;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of a call as its function wants them: defaults filled in, in the parameters' order,
 * of the declared types, variadic ones collected.
 *
 * @param resultType with polymorphism resolved
 */
record CallArguments(
    Candidate<ProcEntry> candidate,
    List<Expression> arguments,
    int resultType,
    VariadicForm variadic) {

  static CallArguments of(
      ParseState state, Candidate<ProcEntry> candidate, List<Expression> given) {
    ProcEntry function = candidate.entry();
    List<Expression> all = new ArrayList<>(given);
    addDefaults(state, candidate, all);
    int[] actual = Arguments.types(all);
    int[] declared = Arrays.copyOf(candidate.arguments(), all.size());
    int result = Polymorphism.enforce(state.catalog(), actual, declared, function.resultType());
    List<Expression> converted = Arguments.convert(state, all, declared);
    boolean collects = candidate.variadic() > 0 && function.variadicElement() != TypeOid.ANY;
    if (collects) {
      converted = collected(state, converted, candidate.variadic());
    }
    return new CallArguments(
        candidate,
        inOrder(candidate, converted),
        result,
        collects ? VariadicForm.ARRAY : VariadicForm.NONE);
  }

  /**
   * How the call was written, where it has names or leaves something to the defaults.
   *
   * @param names of the arguments that have some, which are the last ones
   */
  List<WrittenArgument> written(List<String> names) {
    if (names.isEmpty() && candidate.defaulted() == 0) {
      return List.of();
    }
    int count = arguments.size() - candidate.defaulted();
    List<WrittenArgument> written = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int named = i - (count - names.size());
      written.add(
          new WrittenArgument(
              candidate.order().isEmpty() ? i : candidate.order().get(i),
              named < 0 ? Optional.empty() : Optional.of(names.get(named))));
    }
    return List.copyOf(written);
  }

  private static void addDefaults(
      ParseState state, Candidate<ProcEntry> candidate, List<Expression> arguments) {
    ProcEntry function = candidate.entry();
    int firstDefault = function.inputs() - function.defaults().size();
    int given = function.inputs() - candidate.defaulted();
    for (int i = 0; i < candidate.defaulted(); i++) {
      int parameter = candidate.order().isEmpty() ? given + i : candidate.order().get(given + i);
      String text = function.defaults().get(parameter - firstDefault);
      arguments.add(SqlFunctions.defaultValue(state, text, function.argumentTypes()[parameter]));
    }
  }

  /** Named arguments go to their parameters' places. */
  private static List<Expression> inOrder(
      Candidate<ProcEntry> candidate, List<Expression> arguments) {
    if (candidate.order().isEmpty()) {
      return arguments;
    }
    List<Expression> ordered = new ArrayList<>(Collections.nCopies(arguments.size(), null));
    for (int i = 0; i < arguments.size(); i++) {
      ordered.set(candidate.order().get(i), arguments.get(i));
    }
    return List.copyOf(ordered);
  }

  private static List<Expression> collected(
      ParseState state, List<Expression> arguments, int count) {
    int first = arguments.size() - count;
    List<Expression> elements = List.copyOf(arguments.subList(first, arguments.size()));
    int type = elements.get(0).type();
    int array = TypeFacts.arrayType(state.catalog(), type);
    if (array == 0) {
      throw Complaint.error(
          Locations.of(elements),
          SqlState.UNDEFINED_OBJECT,
          "could not find array type for data type " + TypeFacts.name(type));
    }
    List<Expression> result = new ArrayList<>(arguments.subList(0, first));
    result.add(new ArrayExpr(array, type, elements, false, Locations.of(elements)));
    return List.copyOf(result);
  }
}
