package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.plpgsql.Variables.Typed;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code exec_stmt_raise}. */
final class RaiseStatement extends PlStatement {
  private final Severity level;
  private final Optional<String> condition;
  private final Optional<String> message;
  private final List<PlExpression> parameters;
  private final List<Option> options;

  RaiseStatement(int line, Severity level, Told told) {
    super(line);
    this.level = level;
    this.condition = told.condition();
    this.message = told.message();
    this.parameters = told.parameters();
    this.options = told.options();
  }

  /** What is to be told. */
  record Told(
      Optional<String> condition,
      Optional<String> message,
      List<PlExpression> parameters,
      List<Option> options) {}

  /** An item of USING. */
  record Option(OptionKind kind, PlExpression value) {}

  /** {@code PLpgSQL_raise_option_type}, with the field it fills. */
  enum OptionKind {
    ERRCODE(Optional.empty()),
    MESSAGE(Optional.empty()),
    DETAIL(Optional.of(ErrorField.DETAIL)),
    HINT(Optional.of(ErrorField.HINT)),
    COLUMN(Optional.of(ErrorField.COLUMN)),
    CONSTRAINT(Optional.of(ErrorField.CONSTRAINT)),
    DATATYPE(Optional.of(ErrorField.DATA_TYPE)),
    TABLE(Optional.of(ErrorField.TABLE)),
    SCHEMA(Optional.of(ErrorField.SCHEMA));

    private final Optional<ErrorField> field;

    OptionKind(Optional<ErrorField> field) {
      this.field = field;
    }
  }

  @Override
  String typeName() {
    return "RAISE";
  }

  @Override
  Outcome run(Estate estate) {
    if (condition.isEmpty() && message.isEmpty() && options.isEmpty()) {
      throw again(estate);
    }
    Optional<String> code = condition.map(RaiseStatement::code);
    Optional<String> name = condition;
    Optional<String> text = message.map(format -> formatted(estate, format));
    Map<OptionKind, String> told = told(estate, code, text);
    if (told.containsKey(OptionKind.ERRCODE)) {
      name = Optional.of(told.get(OptionKind.ERRCODE));
      code = name.map(RaiseStatement::code);
    }
    text = text.or(() -> Optional.ofNullable(told.get(OptionKind.MESSAGE)));
    boolean error = level == Severity.ERROR;
    String raised = code.orElse(error ? SqlState.RAISE_EXCEPTION.code() : unstated().code());
    String shown = error ? raised : code.orElse(SqlState.SUCCESSFUL_COMPLETION.code());
    ErrorReport report = ErrorReport.of(level, raised, text.or(nameOf(name)).orElse(shown));
    for (Map.Entry<OptionKind, String> option : told.entrySet()) {
      report = with(report, option.getKey(), option.getValue());
    }
    if (error) {
      throw report.toException();
    }
    estate.spi.execution().report(report.toException().located());
    return Outcome.OK;
  }

  private static java.util.function.Supplier<Optional<String>> nameOf(Optional<String> name) {
    return () -> name;
  }

  /** The code of a report that has none of its own ({@code elog.c: errstart}). */
  private SqlState unstated() {
    return level == Severity.WARNING ? SqlState.WARNING : SqlState.SUCCESSFUL_COMPLETION;
  }

  private static ErrorReport with(ErrorReport report, OptionKind kind, String value) {
    return kind.field.map(field -> report.with(field, value)).orElse(report);
  }

  private static RuntimeException again(Estate estate) {
    return estate
        .caught
        .map(report -> estate.spi.contexts().again(report))
        .orElseGet(
            () ->
                new ReportedError(
                    SqlState.STACKED_DIAGNOSTICS_ACCESSED_WITHOUT_ACTIVE_HANDLER,
                    "RAISE without parameters cannot be used outside an exception handler"));
  }

  private static String code(String condition) {
    return Condition.isCode(condition) ? condition : Condition.code(condition);
  }

  private Map<OptionKind, String> told(
      Estate estate, Optional<String> code, Optional<String> text) {
    Map<OptionKind, String> told = new EnumMap<>(OptionKind.class);
    for (Option option : options) {
      Typed value = estate.eval(option.value());
      if (value.value() == null) {
        throw PlErrors.nullValue("RAISE statement option cannot be null");
      }
      boolean before =
          told.containsKey(option.kind())
              || option.kind() == OptionKind.ERRCODE && code.isPresent()
              || option.kind() == OptionKind.MESSAGE && text.isPresent();
      if (before) {
        throw new ReportedError(
            SqlState.SYNTAX_ERROR, "RAISE option already specified: " + option.kind().name());
      }
      told.put(option.kind(), estate.text(value));
      if (option.kind() == OptionKind.ERRCODE) {
        code(told.get(OptionKind.ERRCODE));
      }
    }
    return told;
  }

  private String formatted(Estate estate, String format) {
    StringBuilder text = new StringBuilder();
    int parameter = 0;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      boolean percent = c == '%';
      boolean literal = percent && i + 1 < format.length() && format.charAt(i + 1) == '%';
      if (!percent || literal) {
        text.append(c);
        i += literal ? 1 : 0;
      } else {
        text.append(shown(estate, parameters.get(parameter)));
        parameter++;
      }
    }
    return text.toString();
  }

  private static String shown(Estate estate, PlExpression parameter) {
    Typed value = estate.eval(parameter);
    return value.value() == null ? "<NULL>" : estate.text(value);
  }

  /** {@code check_raise_parameters}: how many a format wants. */
  static int placeholders(String format) {
    int count = 0;
    for (int i = 0; i < format.length(); i++) {
      if (format.charAt(i) != '%') {
        continue;
      }
      boolean literal = i + 1 < format.length() && format.charAt(i + 1) == '%';
      count += literal ? 0 : 1;
      i += literal ? 1 : 0;
    }
    return count;
  }
}
