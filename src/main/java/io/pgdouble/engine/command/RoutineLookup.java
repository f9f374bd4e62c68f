package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.TypeNames;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.SearchPath;
import io.pgdouble.engine.tree.DropStmt;
import io.pgdouble.engine.tree.FunctionParameter;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.ObjectWithArgs;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.SchemaNames;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Routines that a command names ({@code parse_func.c: LookupFuncWithArgs}). */
record RoutineLookup(SessionMemory memory, ObjectType type) {

  static String word(char kind) {
    return switch (kind) {
      case 'p' -> "procedure";
      case 'a' -> "aggregate";
      case 'w' -> "window function";
      default -> "function";
    };
  }

  private String word() {
    return type == ObjectType.PROCEDURE ? "procedure" : "function";
  }

  /** Its name with the types of its inputs ({@code format_procedure}). */
  static String shown(SessionMemory memory, ProcEntry function) {
    boolean visible = memory.searchPath().schemas().contains(function.schema());
    String types =
        Arrays.stream(function.argumentTypes())
            .mapToObj(type -> typeName(memory, type))
            .collect(Collectors.joining(","));
    String name =
        io.pgdouble.engine.function.Quoting.identifier(function.name(), memory.execution().facts());
    return (visible ? "" : function.schema() + ".") + name + "(" + types + ")";
  }

  private static String typeName(SessionMemory memory, int type) {
    return memory
        .execution()
        .types()
        .objectNames()
        .name(TypeOid.REGTYPE, Integer.toUnsignedLong(type))
        .orElse("???");
  }

  /** A schema, and the name of a routine in it. */
  record Place(String schema, String name) {}

  /** {@code functioncmds.c: IsThereFunctionInNamespace}. */
  static void requireNew(SessionMemory memory, ProcEntry function, Place place) {
    boolean there =
        memory.catalog().procsNamed(place.name()).stream()
            .filter(other -> other.schema().equals(place.schema()))
            .anyMatch(other -> Arrays.equals(other.argumentTypes(), function.argumentTypes()));
    if (there) {
      String types =
          Arrays.stream(function.argumentTypes())
              .mapToObj(type -> typeName(memory, type))
              .collect(Collectors.joining(", ", "(", ")"));
      throw new ReportedError(
          SqlState.DUPLICATE_FUNCTION,
          "function "
              + place.name()
              + types
              + " already exists in schema \""
              + place.schema()
              + "\"");
    }
  }

  static void checkOwner(SessionMemory memory, ProcEntry function) {
    long owner =
        memory
            .changes()
            .current()
            .table("pg_proc")
            .byOid(Integer.toUnsignedLong(function.oid()))
            .orElseThrow()
            .oid("proowner");
    if (!new ObjectRights(memory).isOwner(owner)) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "must be owner of " + word(function.kind()) + " " + function.name());
    }
  }

  /**
   * {@code check_object_ownership}.
   *
   * @param named as the statement does
   */
  void checkOwner(ProcEntry function, ObjectWithArgs named) {
    if (!new ObjectRights(memory).isOwner(row(function).oid("proowner"))) {
      throw notOwner(named);
    }
  }

  private ReportedError notOwner(ObjectWithArgs named) {
    return new ReportedError(
        SqlState.INSUFFICIENT_PRIVILEGE,
        "must be owner of "
            + type.name().toLowerCase(Locale.ROOT)
            + " "
            + String.join(".", named.objname()));
  }

  private FactRow row(ProcEntry function) {
    return memory
        .changes()
        .current()
        .table("pg_proc")
        .byOid(Integer.toUnsignedLong(function.oid()))
        .orElseThrow();
  }

  /** {@code RemoveObjects}: the owner of its schema may drop it, too. */
  private void checkDroppable(ProcEntry function, ObjectWithArgs named) {
    ObjectRights rights = new ObjectRights(memory);
    if (!rights.isOwnerOfSchema(function.schema())
        && !rights.isOwner(row(function).oid("proowner"))) {
      throw notOwner(named);
    }
  }

  /** What DROP names; empty where it need not be there. */
  Optional<ObjectAddress> dropped(ObjectWithArgs named, DropStmt node) {
    Missing missing = node.missingOk() ? Missing.IS_TOLD : Missing.IS_AN_ERROR;
    Optional<ProcEntry> found = find(named, missing);
    found.ifPresent(
        function -> {
          checkDroppable(function, named);
          checkNotPinned(function);
          memory.temporary().touchAsSchemaOf(function.schema());
        });
    return found.map(
        function ->
            new ObjectAddress(ObjectAddress.PROC, Integer.toUnsignedLong(function.oid()), 0));
  }

  private void checkNotPinned(ProcEntry function) {
    long oid = Integer.toUnsignedLong(function.oid());
    if (new ObjectAddress(ObjectAddress.PROC, oid, 0).isPinned()) {
      throw new ReportedError(
          SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
          "cannot drop function "
              + shown(memory, function)
              + " because it is required by the database system");
    }
  }

  /** What must be there. */
  ProcEntry require(ObjectWithArgs named) {
    return find(named, Missing.IS_AN_ERROR).orElseThrow();
  }

  /** What is to be done where there is none. */
  private enum Missing {
    IS_AN_ERROR,
    IS_TOLD
  }

  private Optional<ProcEntry> find(ObjectWithArgs named, Missing missing) {
    List<String> name = named.objname();
    Optional<List<Integer>> types = inputs(named, missing);
    if (types.isEmpty() || !hasSchema(name, missing)) {
      return Optional.empty();
    }
    List<ProcEntry> candidates = new ArrayList<>();
    for (String schema : schemas(name)) {
      memory.catalog().procsNamed(name.get(name.size() - 1)).stream()
          .filter(function -> function.schema().equals(schema))
          .forEach(candidates::add);
    }
    return named.argsUnspecified()
        ? unique(named, candidates, missing)
        : exact(named, new Wanted(candidates, types.get()), missing);
  }

  /** {@code LookupExplicitNamespace}. */
  private boolean hasSchema(List<String> name, Missing missing) {
    if (name.size() == 1) {
      return true;
    }
    String schema = memory.searchPath().schema(name.get(name.size() - 2));
    if (missing == Missing.IS_TOLD
        && new SchemaNames(memory.changes().current()).oid(schema).isEmpty()) {
      skip("schema \"" + schema + "\"");
      return false;
    }
    new Schemas(memory).requireUsage(schema);
    return true;
  }

  private void skip(String what) {
    memory.notice(
        ErrorReport.notice(SqlState.SUCCESSFUL_COMPLETION, what + " does not exist, skipping"));
  }

  private record Wanted(List<ProcEntry> candidates, List<Integer> types) {}

  private List<String> schemas(List<String> name) {
    SearchPath path = memory.searchPath();
    if (name.size() == 1) {
      return path.routineSchemas();
    }
    return List.of(path.schema(name.get(name.size() - 2)));
  }

  private Optional<ProcEntry> unique(
      ObjectWithArgs named, List<ProcEntry> candidates, Missing missing) {
    String shown = String.join(".", named.objname());
    List<ProcEntry> fitting = candidates.stream().filter(this::fits).toList();
    if (fitting.size() > 1) {
      String what = type.name().toLowerCase(Locale.ROOT);
      throw ErrorReport.error(
              SqlState.AMBIGUOUS_FUNCTION, what + " name \"" + shown + "\" is not unique")
          .withHint("Specify the argument list to select the " + what + " unambiguously.")
          .toException();
    }
    if (fitting.isEmpty()) {
      missing("could not find a " + word() + " named \"" + shown + "\"", named, missing);
    }
    return fitting.stream().findFirst();
  }

  private boolean fits(ProcEntry function) {
    return type == ObjectType.ROUTINE || (function.kind() == 'p') == (type == ObjectType.PROCEDURE);
  }

  private Optional<ProcEntry> exact(ObjectWithArgs named, Wanted wanted, Missing missing) {
    boolean outputs =
        type != ObjectType.FUNCTION
            && wanted.candidates().stream().anyMatch(one -> one.modes().length > 0);
    if (outputs) {
      throw ErrorReport.notSimulated("procedures with OUT parameters by their types").toException();
    }
    int[] types = wanted.types().stream().mapToInt(Integer::intValue).toArray();
    Optional<ProcEntry> found =
        wanted.candidates().stream()
            .filter(function -> Arrays.equals(function.argumentTypes(), types))
            .findFirst();
    String shown =
        String.join(".", named.objname())
            + Arrays.stream(types)
                .mapToObj(type -> typeName(memory, type))
                .collect(Collectors.joining(", ", "(", ")"));
    if (found.isEmpty()) {
      missing(word() + " " + shown + " does not exist", named, missing);
      return found;
    }
    if (!fits(found.get())) {
      throw new ReportedError(SqlState.WRONG_OBJECT_TYPE, shown + " is not a " + word());
    }
    return found;
  }

  /** The types of its inputs; empty where one is not there, and need not be. */
  private Optional<List<Integer>> inputs(ObjectWithArgs named, Missing missing) {
    List<Integer> types = new ArrayList<>();
    for (FunctionParameter parameter : named.objfuncargs()) {
      if (!RoutineParameters.isInput(parameter.mode())) {
        continue;
      }
      Optional<Integer> type = input(parameter.argType(), missing);
      if (type.isEmpty()) {
        return Optional.empty();
      }
      types.add(type.get());
    }
    return Optional.of(types);
  }

  private Optional<Integer> input(TypeName name, Missing missing) {
    List<String> words = name.names();
    boolean noSchema =
        words.size() > 1
            && new SchemaNames(memory.changes().current())
                .oid(words.get(words.size() - 2))
                .isEmpty();
    if (noSchema && missing == Missing.IS_TOLD) {
      skip("schema \"" + words.get(words.size() - 2) + "\"");
      return Optional.empty();
    }
    Optional<Integer> type =
        TypeNames.find(name, memory.analysis(memory.execution()))
            .map(TypeNames.TypeReference::type);
    String shown = "type \"" + TypeNames.shown(name) + "\"";
    if (type.isEmpty() && missing == Missing.IS_AN_ERROR) {
      throw new ReportedError(SqlState.UNDEFINED_OBJECT, shown + " does not exist");
    }
    if (type.isEmpty()) {
      skip(shown);
    }
    return type;
  }

  private void missing(String message, ObjectWithArgs named, Missing missing) {
    if (missing == Missing.IS_AN_ERROR) {
      throw new ReportedError(SqlState.UNDEFINED_FUNCTION, message);
    }
    String types =
        named.objfuncargs().stream()
            .filter(parameter -> RoutineParameters.isInput(parameter.mode()))
            .map(parameter -> TypeNames.shown(parameter.argType()))
            .collect(Collectors.joining(",", "(", ")"));
    skip(word() + " " + String.join(".", named.objname()) + types);
  }
}
