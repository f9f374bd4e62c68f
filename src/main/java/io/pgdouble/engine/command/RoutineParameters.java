package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.TypeNames;
import io.pgdouble.engine.tree.CreateFunctionStmt;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FunctionParameter;
import io.pgdouble.engine.tree.FunctionParameterMode;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of a routine ({@code functioncmds.c: interpret_function_parameter_list}).
 *
 * @param inputs the types of those that a call gives
 * @param all the types of all
 * @param modes letters of {@code proargmodes}
 * @param variadic the element type of the last input, 0 where it is not VARIADIC
 * @param required the result type that OUT parameters want; empty where there are none
 */
record RoutineParameters(
    List<Integer> inputs,
    List<Integer> all,
    List<String> modes,
    List<String> names,
    List<String> defaults,
    int variadic,
    Optional<Integer> required) {

  static RoutineParameters of(CreateFunctionStmt node, SessionMemory memory) {
    Reading reading = new Reading(node, memory);
    node.parameters().forEach(reading::add);
    return reading.made();
  }

  boolean hasOutputs() {
    return required.isPresent();
  }

  boolean hasNames() {
    return names.stream().anyMatch(name -> !name.isEmpty());
  }

  /** One parameter after another. */
  private static final class Reading {
    private final boolean procedure;
    private final SessionMemory memory;
    private final List<Integer> inputs = new ArrayList<>();
    private final List<Integer> all = new ArrayList<>();
    private final List<String> modes = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> defaults = new ArrayList<>();
    private final List<Integer> outputs = new ArrayList<>();
    private final boolean places;
    private int variadic;
    private int place;

    Reading(CreateFunctionStmt node, SessionMemory memory) {
      this.procedure = node.isProcedure();
      this.memory = memory;
      this.places = MajorChange.PARAMETERS_HAVE_PLACES.isIn(memory.changes().facts().major());
    }

    void add(FunctionParameter parameter) {
      place = parameter.location();
      int type = type(parameter);
      boolean input = isInput(parameter.mode());
      boolean output = isOutput(parameter.mode());
      if (input && variadic != 0) {
        throw invalid("VARIADIC parameter must be the last input parameter");
      }
      checkOutput(parameter.mode());
      if (input) {
        inputs.add(type);
      }
      if (output) {
        outputs.add(type);
      }
      if (parameter.mode() == FunctionParameterMode.VARIADIC) {
        variadic = element(type);
      }
      checkName(parameter);
      all.add(type);
      modes.add(letter(parameter.mode()));
      names.add(parameter.name().orElse(""));
      addDefault(parameter);
    }

    /** CALL gives OUT parameters of procedures as well. */
    private void checkOutput(FunctionParameterMode mode) {
      boolean out = procedure && mode == FunctionParameterMode.OUT;
      if (out && variadic != 0) {
        throw invalid("VARIADIC parameter must be the last parameter");
      }
      if (out && !defaults.isEmpty()) {
        throw invalid("procedure OUT parameters cannot appear after one with a default value");
      }
    }

    private int type(FunctionParameter parameter) {
      if (parameter.argType().setof()) {
        throw invalid(
            procedure
                ? "procedures cannot accept set arguments"
                : "functions cannot accept set arguments");
      }
      TypeName name = parameter.argType();
      int type = found(name);
      new TypeUsage(memory).require(type);
      return type;
    }

    /** Whatever is wrong with its name is where it stands, if parameters have places. */
    private int found(TypeName name) {
      try {
        return TypeNames.find(name, memory.analysis(memory.execution()))
            .orElseThrow(() -> missing(name))
            .type();
      } catch (ReportedError e) {
        boolean placed =
            MajorChange.ROUTINE_PARAMETERS_HAVE_PLACES.isIn(memory.execution().facts().major())
                && e.report().field(ErrorField.POSITION).isEmpty();
        throw placed ? e.report().withPosition(name.location() + 1).toException() : e;
      }
    }

    private static ReportedError missing(TypeName name) {
      return new ReportedError(
          SqlState.UNDEFINED_OBJECT, "type " + TypeNames.shown(name) + " does not exist");
    }

    private int element(int type) {
      if (type == TypeOid.ANY) {
        return TypeOid.ANY;
      }
      if (memory.catalog().type(type).name().equals("anycompatiblearray")) {
        throw ErrorReport.notSimulated("VARIADIC parameters of type anycompatiblearray")
            .toException();
      }
      int element = memory.catalog().type(type).element();
      if (!memory.catalog().type(type).isTrueArray() && type != TypeOid.ANYARRAY) {
        throw invalid("VARIADIC parameter must be an array");
      }
      return type == TypeOid.ANYARRAY ? TypeOid.ANYELEMENT : element;
    }

    private void checkName(FunctionParameter parameter) {
      String name = parameter.name().orElse("");
      for (int i = 0; i < names.size() && !name.isEmpty(); i++) {
        boolean separate =
            isInput(parameter.mode()) && !isOutput(parameter.mode()) && isPure(modes.get(i), "ot")
                || !isInput(parameter.mode()) && isPure(modes.get(i), "iv");
        if (names.get(i).equals(name) && !separate) {
          throw invalid("parameter name \"" + name + "\" used more than once");
        }
      }
    }

    private static boolean isPure(String mode, String letters) {
      return letters.contains(mode);
    }

    private void addDefault(FunctionParameter parameter) {
      Optional<Expr> value = parameter.defexpr();
      if (value.isPresent() && !isInput(parameter.mode())) {
        throw invalid("only input parameters can have default values");
      }
      if (value.isPresent()) {
        defaults.add(RoutineDefaults.text(value.get()));
      } else if (isInput(parameter.mode()) && !defaults.isEmpty()) {
        throw invalid("input parameters after one with a default value must also have defaults");
      }
    }

    RoutineParameters made() {
      Optional<Integer> required = Optional.empty();
      if (!outputs.isEmpty()) {
        boolean record = procedure || outputs.size() > 1;
        required = Optional.of(record ? TypeOid.RECORD : outputs.get(0));
      }
      return new RoutineParameters(
          List.copyOf(inputs),
          List.copyOf(all),
          List.copyOf(modes),
          List.copyOf(names),
          List.copyOf(defaults),
          variadic,
          required);
    }

    private ReportedError invalid(String message) {
      ErrorReport report = ErrorReport.error(SqlState.INVALID_FUNCTION_DEFINITION, message);
      return (places ? report.withPosition(place + 1) : report).toException();
    }
  }

  static boolean isInput(FunctionParameterMode mode) {
    return switch (mode) {
      case DEFAULT, IN, INOUT, VARIADIC -> true;
      case OUT, TABLE -> false;
    };
  }

  private static boolean isOutput(FunctionParameterMode mode) {
    return switch (mode) {
      case OUT, INOUT, TABLE -> true;
      case DEFAULT, IN, VARIADIC -> false;
    };
  }

  private static String letter(FunctionParameterMode mode) {
    return switch (mode) {
      case DEFAULT, IN -> "i";
      case OUT -> "o";
      case INOUT -> "b";
      case VARIADIC -> "v";
      case TABLE -> "t";
    };
  }
}
