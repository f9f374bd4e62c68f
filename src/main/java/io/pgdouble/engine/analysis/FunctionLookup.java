package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which function a call means ({@code func_get_detail}, {@code FuncnameGetCandidates}). */
final class FunctionLookup {
  private final ParseState state;
  private final List<String> name;
  private final int[] types;
  private final List<String> argumentNames;
  private final boolean variadicArray;
  private final int location;
  private Parameters parameters = Parameters.INPUTS;

  private FunctionLookup(ParseState state, CallShape call) {
    this.state = state;
    this.name = call.name();
    this.types = call.types();
    this.argumentNames = call.names();
    this.variadicArray = call.variadic();
    this.location = call.location();
  }

  static FunctionMatch find(ParseState state, CallShape call) {
    boolean plain = call.names().isEmpty() && !call.variadic();
    List<Integer> key = plain ? Arrays.stream(call.types()).boxed().toList() : List.of();
    Resolutions.FunctionKey functionKey = new Resolutions.FunctionKey(call.name(), key);
    Resolutions known = Resolutions.of(state.context);
    Optional<FunctionMatch> earlier = plain ? known.function(functionKey) : Optional.empty();
    if (earlier.isPresent()) {
      return earlier.get();
    }
    FunctionMatch match = new FunctionLookup(state, call).find();
    if (plain) {
      known.remember(functionKey, match);
    }
    return match;
  }

  /** The same for CALL: of procedures, OUT parameters count. */
  static FunctionMatch findProcedure(ParseState state, CallShape call) {
    FunctionLookup lookup = new FunctionLookup(state, call);
    lookup.parameters = Parameters.ALL_OF_PROCEDURES;
    return lookup.find();
  }

  /** Which parameters a call gives. */
  private enum Parameters {
    INPUTS,
    ALL_OF_PROCEDURES
  }

  private FunctionMatch find() {
    List<Candidate<ProcEntry>> candidates = candidates();
    for (Candidate<ProcEntry> candidate : candidates) {
      if (Arrays.equals(candidate.arguments(), 0, types.length, types, 0, types.length)) {
        return FunctionMatch.found(candidate);
      }
    }
    int cast = types.length == 1 && argumentNames.isEmpty() ? castByName() : 0;
    if (cast != 0) {
      return FunctionMatch.cast(cast);
    }
    Catalog catalog = state.catalog();
    List<Candidate<ProcEntry>> matching = CandidateSelection.matching(catalog, types, candidates);
    if (matching.isEmpty()) {
      return FunctionMatch.NONE;
    }
    if (matching.size() == 1) {
      return FunctionMatch.found(matching.get(0));
    }
    return CandidateSelection.best(catalog, types, matching)
        .map(FunctionMatch::found)
        .orElse(FunctionMatch.MULTIPLE);
  }

  /** A call of one argument by the name of a type may be a cast; 0 if it is none. */
  private int castByName() {
    Optional<TypeEntry> named = TypeNames.find(state, name);
    if (named.isEmpty() || named.get().relation() != 0 || !named.get().defined()) {
      return 0;
    }
    int target = named.get().oid();
    if (types[0] == TypeOid.UNKNOWN) {
      return target;
    }
    Catalog catalog = state.catalog();
    boolean cast =
        CastPath.find(catalog, target, types[0], CastContext.EXPLICIT)
            .filter(path -> isCast(catalog, path, target))
            .isPresent();
    return cast ? target : 0;
  }

  private boolean isCast(Catalog catalog, CastPath path, int target) {
    if (path.kind() == CastPath.Kind.INPUT_OUTPUT) {
      boolean row = TypeFacts.isRow(catalog, types[0]);
      return !(row && TypeFacts.category(catalog, target) == 'S');
    }
    return path.kind() == CastPath.Kind.RELABEL;
  }

  private List<Candidate<ProcEntry>> candidates() {
    List<Candidate<ProcEntry>> candidates = new ArrayList<>();
    List<ProcEntry> named = state.catalog().procsNamed(name.get(name.size() - 1));
    if (name.size() > 1) {
      String schema = Names.schema(state, name, location);
      addFrom(schema, 0, named, candidates);
      return candidates;
    }
    List<String> path = state.context.searchPath().routineSchemas();
    for (int place = 0; place < path.size(); place++) {
      addFrom(path.get(place), place, named, candidates);
    }
    return candidates;
  }

  private void addFrom(
      String schema, int place, List<ProcEntry> named, List<Candidate<ProcEntry>> candidates) {
    for (ProcEntry function : named) {
      if (function.schema().equals(schema)) {
        candidate(called(function), place).ifPresent(candidate -> add(candidate, candidates));
      }
    }
  }

  private ProcEntry called(ProcEntry function) {
    boolean all = parameters == Parameters.ALL_OF_PROCEDURES && function.kind() == 'p';
    return all ? function.withAllArguments() : function;
  }

  private Optional<Candidate<ProcEntry>> candidate(ProcEntry function, int place) {
    int parameters = function.inputs();
    if (!argumentNames.isEmpty()) {
      return NamedCall.match(function, types.length, argumentNames, place);
    }
    boolean variadic = function.isVariadic() && !variadicArray && parameters <= types.length;
    boolean defaulted =
        parameters > types.length && types.length + function.defaults().size() >= parameters;
    if (parameters != types.length && !variadic && !defaulted) {
      return Optional.empty();
    }
    int[] arguments = function.argumentTypes();
    int collected = 0;
    if (variadic) {
      collected = types.length - parameters + 1;
      arguments = Arrays.copyOf(arguments, types.length);
      Arrays.fill(arguments, parameters - 1, types.length, function.variadicElement());
    }
    int missing = Math.max(0, parameters - types.length);
    return Optional.of(
        new Candidate<>(function, arguments, place, collected, missing, List.of(), false));
  }

  /** Of two that take the same arguments, the nearer schema wins, then the less special one. */
  private static void add(Candidate<ProcEntry> added, List<Candidate<ProcEntry>> candidates) {
    for (int i = 0; i < candidates.size(); i++) {
      Candidate<ProcEntry> earlier = candidates.get(i);
      if (!sameArguments(added, earlier)) {
        continue;
      }
      int preference = added.path() - earlier.path();
      if (preference == 0) {
        preference = Boolean.compare(added.variadic() > 0, earlier.variadic() > 0);
      }
      if (preference < 0) {
        candidates.set(i, added);
      } else if (preference == 0) {
        candidates.set(i, earlier.markedAmbiguous());
      }
      return;
    }
    candidates.add(added);
  }

  private static boolean sameArguments(Candidate<?> one, Candidate<?> other) {
    int given = one.arguments().length - one.defaulted();
    return given == other.arguments().length - other.defaulted()
        && Arrays.equals(one.arguments(), 0, given, other.arguments(), 0, given);
  }
}
