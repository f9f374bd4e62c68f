package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles a routine: its parameters are variables ({@code pl_comp.c: do_compile}). */
final class RoutineCompiler {
  private static final Map<String, Integer> TRIGGER_VARIABLES = triggerVariables();

  private final RoutineShape shape;
  private final ProcEntry function;
  private final FunctionSource source;
  private final List<Datum> inputs = new ArrayList<>();
  private final List<Datum> outputs = new ArrayList<>();
  private final List<String> outputNames = new ArrayList<>();

  RoutineCompiler(RoutineShape shape, FunctionSource source) {
    this.shape = shape;
    this.function = shape.function();
    this.source = source;
  }

  private static Map<String, Integer> triggerVariables() {
    Map<String, Integer> variables = new LinkedHashMap<>();
    variables.put("new", TypeOid.RECORD);
    variables.put("old", TypeOid.RECORD);
    variables.put("tg_name", TypeOid.NAME);
    variables.put("tg_when", TypeOid.TEXT);
    variables.put("tg_level", TypeOid.TEXT);
    variables.put("tg_op", TypeOid.TEXT);
    variables.put("tg_relid", TypeOid.OID);
    variables.put("tg_relname", TypeOid.NAME);
    variables.put("tg_table_name", TypeOid.NAME);
    variables.put("tg_table_schema", TypeOid.NAME);
    variables.put("tg_nargs", TypeOid.INT4);
    variables.put("tg_argv", TypeOid.TEXT_ARRAY);
    return variables;
  }

  /**
   * @param query where errors point into; empty where it was compiled because it is called
   */
  PlFunction compile(Optional<String> query) {
    Spi spi = shape.spi();
    PlSettings.refuseExtraChecks(spi.execution());
    Compilation compilation = new Compilation(source, spi.analysis(), spi.parserSettings());
    return spi.contexts()
        .during(new CompileContext(compilation, query), () -> compile(compilation));
  }

  private PlFunction compile(Compilation compilation) {
    int[] types = function.modes().length == 0 ? function.argumentTypes() : function.allTypes();
    for (int i = 0; i < types.length; i++) {
      parameter(compilation, i, types[i]);
    }
    if (source.result().kind() == FunctionSource.Kind.TRIGGER) {
      refuseArguments(types);
      TRIGGER_VARIABLES.forEach(
          (name, type) -> inputs.add(compilation.declare(name, 0, compilation.type(type))));
    }
    boolean row = outputs.size() > 1 || !outputs.isEmpty() && function.kind() == 'p';
    if (row) {
      compilation.out = Optional.of(compilation.add(new Datum.RowList(outputNames, outputs)));
    } else if (!outputs.isEmpty()) {
      compilation.out = Optional.of(outputs.get(0));
    }
    return Plpgsql.compiled(compilation, List.copyOf(inputs), ending());
  }

  private static void refuseArguments(int[] types) {
    if (types.length > 0) {
      throw ErrorReport.error(
              SqlState.INVALID_FUNCTION_DEFINITION,
              "trigger functions cannot have declared arguments")
          .withHint(
              "The arguments of the trigger can be accessed through TG_NARGS and TG_ARGV"
                  + " instead.")
          .toException();
    }
  }

  /** Where a RETURN may be missing. */
  private Plpgsql.Ending ending() {
    boolean returns =
        !outputs.isEmpty() || source.result().type() == TypeOid.VOID || function.returnsSet();
    return returns ? Plpgsql.Ending.RETURNS : Plpgsql.Ending.MUST_RETURN;
  }

  private void parameter(Compilation compilation, int index, int declared) {
    char mode = function.modes().length == 0 ? 'i' : function.modes()[index];
    boolean input = "ibv".indexOf(mode) >= 0;
    int type = input ? shape.argument(inputs.size()) : declared;
    if (!input && compilation.analysis.catalog().type(type).isPseudo() && type != TypeOid.RECORD) {
      throw ErrorReport.notSimulated("polymorphic OUT parameters in PL/pgSQL").toException();
    }
    String name = index < function.names().size() ? function.names().get(index) : "";
    String number = "$" + (index + 1);
    Datum.Variable variable =
        compilation.build(name.isEmpty() ? number : name, 0, compilation.type(type));
    if (input) {
      inputs.add(variable);
    }
    if ("obt".indexOf(mode) >= 0) {
      outputs.add(variable);
      outputNames.add(name.isEmpty() ? "column" + outputs.size() : name);
    }
    addName(compilation, variable, number);
    if (!name.isEmpty()) {
      addName(compilation, variable, name);
    }
  }

  /** {@code add_parameter_name}. */
  private static void addName(Compilation compilation, Datum variable, String name) {
    if (compilation.namespace.declares(name)) {
      throw ErrorReport.error(
              SqlState.INVALID_FUNCTION_DEFINITION,
              "parameter name \"" + name + "\" used more than once")
          .toException();
    }
    compilation.namespace = compilation.namespace.add(variable, name);
  }
}
