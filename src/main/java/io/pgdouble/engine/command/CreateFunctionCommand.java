package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.TypeNames;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.plpgsql.Routine;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.CreateFunctionStmt;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.type.TypeOid;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** CREATE FUNCTION and PROCEDURE ({@code functioncmds.c: CreateFunction}). */
record CreateFunctionCommand(SessionMemory memory, SessionSpi spi) {

  Completion run(CreateFunctionStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    List<String> names = node.funcname();
    CreationSchema place = CreationSchema.ofName(memory, names);
    String schema = place.name();
    long namespace = place.oid();
    RoutineAttributes attributes = new RoutineAttributes(node.options());
    attributes.check(node.isProcedure() ? 'p' : 'f');
    if (node.hasBody()) {
      throw ErrorReport.notSimulated("bodies of SQL statements").toException();
    }
    String language = attributes.language();
    if (!language.equals("plpgsql") && !language.equals("sql")) {
      throw ErrorReport.notSimulated("the language \"" + language + "\"").toException();
    }
    checkLanguage(memory, language);
    RoutineParameters parameters = RoutineParameters.of(node, memory);
    Result result = result(node, parameters);
    refuseUndeterminable(parameters, result);
    String body = attributes.body();
    String name = names.get(names.size() - 1);
    Optional<ProcEntry> existing = find(schema, name, parameters.inputs());
    existing.ifPresent(function -> checkReplacement(node, function, result));
    Map<String, String> row = row(node, parameters, attributes);
    row.put("proname", name);
    row.put("pronamespace", Long.toString(namespace));
    row.put("prolang", language);
    row.put("prosrc", body);
    row.put("proretset", result.set() ? "t" : "f");
    row.put("prorettype", Integer.toUnsignedString(result.type()));
    row.put("prorows", result.set() ? attributes.number("rows").orElse("1000") : "0");
    long oid = write(row, existing, namespace);
    validate(oid, in);
    return in.done();
  }

  /**
   * USAGE of a language.
   *
   * @throws ReportedError 42501 where the current user lacks it
   */
  static void checkLanguage(SessionMemory memory, String language) {
    memory.changes().current().table("pg_language").where("lanname", language).stream()
        .findFirst()
        .ifPresent(
            row -> new ObjectRights(memory).check(ObjectRights.LANGUAGE, row.oid("oid"), 'U'));
  }

  /** What any type stands for has to follow from the inputs. */
  private void refuseUndeterminable(RoutineParameters parameters, Result result) {
    boolean any = parameters.inputs().stream().anyMatch(this::isAny);
    boolean open = isAny(result.type()) || parameters.all().stream().anyMatch(this::isAny);
    boolean ranges =
        isAnyRange(result.type()) || parameters.all().stream().anyMatch(this::isAnyRange);
    if (open && !any || ranges) {
      throw ErrorReport.notSimulated("these polymorphic types of a function").toException();
    }
  }

  private boolean isAny(int type) {
    return memory.catalog().type(type).name().matches("any(element|array|nonarray|enum|compat.*)");
  }

  private boolean isAnyRange(int type) {
    return memory.catalog().type(type).name().matches("any.*range|anyenum");
  }

  /** What it returns. */
  private record Result(int type, boolean set) {}

  private Result result(CreateFunctionStmt node, RoutineParameters parameters) {
    if (node.isProcedure()) {
      return new Result(parameters.hasOutputs() ? TypeOid.RECORD : TypeOid.VOID, false);
    }
    if (node.returnType().isEmpty()) {
      int type =
          parameters
              .required()
              .orElseThrow(
                  () ->
                      new ReportedError(
                          SqlState.INVALID_FUNCTION_DEFINITION,
                          "function result type must be specified"));
      return new Result(type, false);
    }
    TypeName name = node.returnType().get();
    int type =
        TypeNames.find(name, memory.analysis(memory.execution()))
            .orElseThrow(() -> missing(name))
            .type();
    new TypeUsage(memory).require(type);
    if (parameters.hasOutputs() && type != parameters.required().get()) {
      throw new ReportedError(
          SqlState.INVALID_FUNCTION_DEFINITION,
          "function result type must be "
              + TypeFacts.name(parameters.required().get())
              + " because of OUT parameters");
    }
    return new Result(type, node.returnType().get().setof());
  }

  private static ReportedError missing(TypeName name) {
    return new ReportedError(
        SqlState.UNDEFINED_OBJECT, "type \"" + TypeNames.shown(name) + "\" does not exist");
  }

  private Map<String, String> row(
      CreateFunctionStmt node, RoutineParameters parameters, RoutineAttributes attributes) {
    Map<String, String> row = new HashMap<>();
    row.put("proowner", Long.toString(new Principal(memory).oid()));
    row.put("prokind", node.isProcedure() ? "p" : "f");
    row.put("procost", attributes.number("cost").orElse("100"));
    row.put("provariadic", Integer.toUnsignedString(parameters.variadic()));
    row.put("prosupport", "-");
    row.put("prosecdef", attributes.flag("security") ? "t" : "f");
    RoutineSettings.none()
        .with(attributes.options(), memory)
        .text()
        .ifPresent(text -> row.put("proconfig", text));
    row.put("proleakproof", attributes.flag("leakproof") ? "t" : "f");
    row.put("proisstrict", attributes.flag("strict") ? "t" : "f");
    row.put("provolatile", attributes.volatility());
    row.put("proparallel", attributes.parallel());
    row.put("pronargs", Integer.toString(parameters.inputs().size()));
    row.put("pronargdefaults", Integer.toString(parameters.defaults().size()));
    row.put("proargtypes", oids(parameters.inputs(), " "));
    if (parameters.modes().stream().anyMatch(mode -> !mode.equals("i"))) {
      row.put("proallargtypes", "{" + oids(parameters.all(), ",") + "}");
      row.put("proargmodes", "{" + String.join(",", parameters.modes()) + "}");
    }
    if (parameters.hasNames()) {
      row.put("proargnames", array(parameters.names()));
    }
    if (!parameters.defaults().isEmpty()) {
      row.put("prodefaults", array(parameters.defaults()));
    }
    return row;
  }

  private static String oids(List<Integer> types, String separator) {
    return types.stream().map(Integer::toUnsignedString).collect(Collectors.joining(separator));
  }

  /** An array of texts as {@code array_out} writes it. */
  private static String array(List<String> texts) {
    return texts.stream()
        .map(text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .map(
            text ->
                text.matches("\"[a-z_0-9]+\"") && !text.equals("\"null\"")
                    ? text.substring(1, text.length() - 1)
                    : text)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private Optional<ProcEntry> find(String schema, String name, List<Integer> inputs) {
    int[] types = inputs.stream().mapToInt(Integer::intValue).toArray();
    return memory.catalog().procsNamed(name).stream()
        .filter(function -> function.schema().equals(schema))
        .filter(function -> java.util.Arrays.equals(function.argumentTypes(), types))
        .findFirst();
  }

  /** {@code pg_proc.c: ProcedureCreate}. */
  private void checkReplacement(CreateFunctionStmt node, ProcEntry function, Result result) {
    if (!node.replace()) {
      throw new ReportedError(
          SqlState.DUPLICATE_FUNCTION,
          "function \"" + function.name() + "\" already exists with same argument types");
    }
    RoutineLookup.checkOwner(memory, function);
    char kind = node.isProcedure() ? 'p' : 'f';
    if (function.kind() != kind) {
      throw ErrorReport.error(SqlState.WRONG_OBJECT_TYPE, "cannot change routine kind")
          .withDetail(
              "\"" + function.name() + "\" is a " + RoutineLookup.word(function.kind()) + ".")
          .toException();
    }
    boolean other = function.resultType() != result.type() || function.returnsSet() != result.set();
    if (other || function.resultType() == TypeOid.RECORD) {
      refuseOtherRow(function);
      throw ErrorReport.error(
              SqlState.INVALID_FUNCTION_DEFINITION,
              kind == 'p'
                  ? "cannot change whether a procedure has output parameters"
                  : "cannot change return type of existing function")
          .withHint(
              "Use "
                  + (kind == 'p' ? "DROP PROCEDURE " : "DROP FUNCTION ")
                  + RoutineLookup.shown(memory, function)
                  + " first.")
          .toException();
    }
  }

  /** Whether rows of OUT parameters are the same is not looked at. */
  private static void refuseOtherRow(ProcEntry function) {
    if (function.resultType() == TypeOid.RECORD) {
      throw ErrorReport.notSimulated("the replacement of a function that returns records")
          .toException();
    }
  }

  /** It stays its owner's. */
  private static void keepPrivileges(Map<String, String> row, FactRow old) {
    row.put("proowner", old.text("proowner"));
    old.find("proacl").ifPresent(list -> row.put("proacl", list));
  }

  private long write(Map<String, String> row, Optional<ProcEntry> existing, long namespace) {
    CatalogRows rows = new CatalogRows(memory.changes());
    long oid =
        existing.map(function -> Integer.toUnsignedLong(function.oid())).orElseGet(rows::newOid);
    if (existing.isPresent()) {
      keepPrivileges(row, rows.facts().table("pg_proc").byOid(oid).orElseThrow());
      rows.delete("pg_proc", Long.toString(oid));
    } else {
      long owner = new Principal(memory).oid();
      DefaultAccess.addTo(
          row, rows.facts(), new DefaultAccess.Place(owner, namespace, Securable.ROUTINE));
    }
    rows.insert("pg_proc", oid, row);
    ObjectAddress self = new ObjectAddress(ObjectAddress.PROC, oid, 0);
    if (existing.isEmpty()) {
      rows.depend(self, ObjectAddress.schema(namespace), 'n');
      rows.depend(self, language(rows, row.get("prolang")), 'n');
      for (long type : types(row)) {
        rows.depend(self, ObjectAddress.type(type), 'n');
      }
    }
    return oid;
  }

  private static ObjectAddress language(CatalogRows rows, String name) {
    long oid = rows.facts().table("pg_language").where("lanname", name).get(0).oid("oid");
    return new ObjectAddress(ObjectAddress.LANGUAGE, oid, 0);
  }

  /** Those of its result and its parameters, each once. */
  private static Set<Long> types(Map<String, String> row) {
    String all =
        row.getOrDefault("proallargtypes", "").replaceAll("[{}]", "").replace(',', ' ')
            + " "
            + row.get("proargtypes")
            + " "
            + row.get("prorettype");
    return Arrays.stream(all.trim().split(" +"))
        .map(Long::valueOf)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void validate(long oid, UtilityCommand.Invocation in) {
    ProcEntry function = memory.catalog().proc((int) oid);
    Routine routine = spi.routines().of(function);
    RoutineSettings settings =
        RoutineSettings.of(memory.changes().current().table("pg_proc").byOid(oid).orElseThrow());
    spi.nesting(
        in.source().text(),
        io.pgdouble.engine.plpgsql.SpiPlan.Atomicity.ATOMIC,
        () -> {
          Supplier<Long> check =
              () -> {
                routine.validate(spi.query(in.source().text()));
                return oid;
              };
          return settings.during(memory, check);
        });
  }
}
