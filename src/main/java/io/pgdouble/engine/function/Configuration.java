package io.pgdouble.engine.function;

import io.pgdouble.engine.function.ExecutionContext.SettingScope;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.error.UncheckedText;
import io.pgdouble.facts.FactRow;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/** {@code current_setting} and {@code set_config}. Source: {@code guc_funcs.c}. */
final class Configuration {
  /** The flags that the server tells of, in its order. */
  private static final List<String> SHOWN_FLAGS =
      List.of(
          "EXPLAIN",
          "NO_RESET",
          "NO_RESET_ALL",
          "NO_SHOW_ALL",
          "NOT_IN_SAMPLE",
          "RUNTIME_COMPUTED");

  private Configuration() {}

  static String show(CallContext context, String name) {
    return setting(context, name)
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_OBJECT,
                    "unrecognized configuration parameter \"" + name + "\""));
  }

  static String show(CallContext context, String name, Object missingOk) {
    return missingOk.equals(true) ? setting(context, name).orElse(null) : show(context, name);
  }

  /** What came in a startup packet was never checked; what functions make of it is not known. */
  private static Optional<String> setting(CallContext context, String name) {
    Optional<String> value = context.execution().setting(name);
    if (value.filter(text -> UncheckedText.firstStray(text) >= 0).isPresent()) {
      throw ErrorReport.notSimulated("settings that are not UTF-8, in expressions").toException();
    }
    return value;
  }

  /** {@code guc.c: pg_settings_get_flags}; null where nobody knows the setting. */
  static Object flags(CallContext context, String name) {
    for (FactRow row : context.execution().facts().table("pg_settings").rows()) {
      if (row.text("name").equalsIgnoreCase(name)) {
        return ArrayValue.of(
            TypeOid.TEXT, SHOWN_FLAGS.stream().filter(row.list("flags")::contains).toArray());
      }
    }
    return context.execution().setting(name).isPresent()
        ? ArrayValue.of(TypeOid.TEXT, "NO_SHOW_ALL", "NOT_IN_SAMPLE")
        : null;
  }

  /** Not strict: a null value means the default, a null scope the session. */
  static Object set(CallContext context, Object[] arguments) {
    if (arguments[0] == null) {
      throw new ReportedError(SqlState.NULL_VALUE_NOT_ALLOWED, "SET requires parameter name");
    }
    SettingScope scope =
        Boolean.TRUE.equals(arguments[2]) ? SettingScope.TRANSACTION : SettingScope.SESSION;
    return context.execution().setSetting((String) arguments[0], (String) arguments[1], scope);
  }
}
