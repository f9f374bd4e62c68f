package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.VariableResolver;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.error.ErrorReport;

/** The settings of PL/pgSQL. Manual: {@code plpgsql-implementation}. */
final class PlSettings {
  private PlSettings() {}

  static VariableResolver.Preference conflict(ExecutionContext context) {
    return switch (context.setting("plpgsql.variable_conflict").orElse("error")) {
      case "use_variable" -> VariableResolver.Preference.VARIABLE;
      case "use_column" -> VariableResolver.Preference.COLUMN;
      default -> VariableResolver.Preference.NOBODY;
    };
  }

  static Compilation.StrictParameters strictParameters(ExecutionContext context) {
    return isOff(context, "plpgsql.print_strict_params", "off")
        ? Compilation.StrictParameters.HIDDEN
        : Compilation.StrictParameters.SHOWN;
  }

  static boolean checksAsserts(ExecutionContext context) {
    return !isOff(context, "plpgsql.check_asserts", "on");
  }

  /** {@code check_function_bodies}. */
  static FunctionSource.SyntaxCheck syntaxCheck(ExecutionContext context) {
    return isOff(context, "check_function_bodies", "on")
        ? FunctionSource.SyntaxCheck.WHEN_RUN
        : FunctionSource.SyntaxCheck.NOW;
  }

  private static boolean isOff(ExecutionContext context, String setting, String standard) {
    return context.setting(setting).orElse(standard).matches("off|false|no|0");
  }

  /** What they add is not simulated. */
  static void refuseExtraChecks(ExecutionContext context) {
    for (String setting : new String[] {"plpgsql.extra_warnings", "plpgsql.extra_errors"}) {
      if (!context.setting(setting).orElse("none").matches("none|")) {
        throw ErrorReport.notSimulated("the extra checks of " + setting).toException();
      }
    }
  }
}
