package io.pgdouble.facts;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How the majors word the same reports. The house words them as 16 does; here is, in one place,
 * what other majors say instead.
 */
public final class Wording {
  private static final int LAST = Integer.MAX_VALUE;

  /** A table. Checked on real servers by the cases whose headers name several majors. */
  private static final List<Rule> RULES =
      List.of(
          new Rule(
              0,
              14,
              "^PID (-?\\d+) is not a PostgreSQL backend process$",
              "PID $1 is not a PostgreSQL server process"),
          new Rule(
              17,
              LAST,
              "^Function's final statement must be SELECT or INSERT/UPDATE/DELETE RETURNING\\.$",
              "Function's final statement must be SELECT or INSERT/UPDATE/DELETE/MERGE RETURNING."),
          new Rule(
              0, 15, "^Valid units are \"bytes\", \"B\", (.*)$", "Valid units are \"bytes\", $1"),
          new Rule(0, 14, "^relation (\".*\") cannot have triggers$", "$1 is not a table or view"),
          new Rule(
              0,
              14,
              "^relation (\".*\") is invalid in LIKE clause$",
              "$1 is not a table, view, materialized view, composite type, or foreign table"),
          new Rule(
              0,
              14,
              "^sequence cannot be owned by relation (\".*\")$",
              "referenced relation $1 is not a table or foreign table"),
          new Rule(0, 14, "^This operation is not supported for [a-zA-Z ]*\\.$", ""),
          new Rule(
              0,
              15,
              "^unrecognized object type abbreviation: (.*)$",
              "unrecognized objtype abbreviation: $1"),
          new Rule(
              0,
              14,
              "^unit \"(.*)\" not (recognized|supported) for type (date|interval)$",
              "$3 units \"$1\" not $2"),
          new Rule(
              0,
              14,
              "^unit \"(.*)\" not (recognized|supported) for type timestamp without time zone$",
              "timestamp units \"$1\" not $2"),
          new Rule(
              0,
              14,
              "^unit \"(.*)\" not (recognized|supported) for type timestamp with time zone$",
              "timestamp with time zone units \"$1\" not $2"),
          new Rule(
              0,
              14,
              "^unit \"(.*)\" not (recognized|supported) for type time without time zone$",
              "\"time\" units \"$1\" not $2"),
          new Rule(
              0,
              14,
              "^unit \"(.*)\" not (recognized|supported) for type time with time zone$",
              "\"time with time zone\" units \"$1\" not $2"),
          new Rule(
              0,
              14,
              "^permission denied to execute CHECKPOINT command$",
              "must be superuser to do CHECKPOINT"),
          new Rule(
              15,
              15,
              "^permission denied to execute CHECKPOINT command$",
              "must be superuser or have privileges of pg_checkpoint to do CHECKPOINT"),
          new Rule(
              0,
              15,
              "^Only roles with privileges of the \"pg_checkpoint\" role may execute this"
                  + " command.$",
              ""),
          new Rule(
              0,
              14,
              "^permission denied to examine (\".*\")$",
              "must be superuser or a member of pg_read_all_settings to examine $1"),
          new Rule(
              15,
              15,
              "^permission denied to examine (\".*\")$",
              "must be superuser or have privileges of pg_read_all_settings to examine $1"),
          new Rule(
              0,
              15,
              "^Only roles with privileges of the \"pg_read_all_settings\" role may examine this"
                  + " parameter.$",
              ""),
          new Rule(
              0,
              15,
              "^permission denied to alter setting$",
              "must be superuser to alter settings globally"),
          new Rule(
              0, 15, "^Only roles with the SUPERUSER attribute may alter settings globally.$", ""),
          new Rule(
              17,
              LAST,
              "^The bootstrap user must have the SUPERUSER attribute.$",
              "The bootstrap superuser must have the SUPERUSER attribute."),
          new Rule(
              0,
              15,
              "^path must be in or below the data directory$",
              "path must be in or below the current directory"),
          new Rule(
              0,
              14,
              "^permission denied to COPY to or from an external program$",
              "must be superuser or a member of"
                  + " the pg_execute_server_program role to COPY to or from an external program"),
          new Rule(
              0,
              14,
              "^permission denied to COPY from a file$",
              "must be superuser or a member of"
                  + " the pg_read_server_files role to COPY from a file"),
          new Rule(
              0,
              14,
              "^permission denied to COPY to a file$",
              "must be superuser or a member of"
                  + " the pg_write_server_files role to COPY to a file"),
          new Rule(
              15,
              15,
              "^permission denied to COPY to or from an external program$",
              "must be superuser or have privileges of"
                  + " the pg_execute_server_program role to COPY to or from an external program"),
          new Rule(
              15,
              15,
              "^permission denied to COPY from a file$",
              "must be superuser or have privileges of"
                  + " the pg_read_server_files role to COPY from a file"),
          new Rule(
              15,
              15,
              "^permission denied to COPY to a file$",
              "must be superuser or have privileges of"
                  + " the pg_write_server_files role to COPY to a file"),
          new Rule(0, 15, "^Only roles with privileges of the \"\\S+\" role may COPY .*$", ""),
          new Rule(
              17,
              LAST,
              "^Set max_prepared_transactions to a nonzero value.$",
              "Set \"max_prepared_transactions\" to a nonzero value."),
          new Rule(
              17,
              LAST,
              "^(\\S+) (\\S+) (is outside the valid range for parameter \".*\")"
                  + " \\((\\S+) .. (\\S+)\\)$",
              "$1 $2 $3 ($4 $2 .. $5 $2)"),
          new Rule(
              18,
              LAST,
              "^Perhaps you need a different \"datestyle\" setting.$",
              "Perhaps you need a different \"DateStyle\" setting."),
          new Rule(
              18,
              LAST,
              "^Conflicting \"datestyle\" specifications.$",
              "Conflicting \"DateStyle\" specifications."));

  private static final List<ErrorField> TEXTS = List.of(ErrorField.DETAIL, ErrorField.HINT);

  private final List<Substitution> substitutions;

  private Wording(List<Substitution> substitutions) {
    this.substitutions = substitutions;
  }

  /**
   * What some majors say instead.
   *
   * @param since the first of them
   * @param until the last of them
   * @param replacement with {@code $1} for the groups of the text; empty where they say nothing
   */
  private record Rule(int since, int until, String text, String replacement) {
    boolean holds(int major) {
      return since <= major && major <= until;
    }
  }

  /** A rule in use. Those of other majors are not worth a pattern each when a server starts. */
  private record Substitution(Pattern text, String replacement) {
    Substitution(Rule rule) {
      this(Pattern.compile(rule.text()), rule.replacement());
    }

    String apply(String said) {
      return text.matcher(said).replaceFirst(replacement);
    }
  }

  /** The wording of a major. */
  public static Wording of(int major) {
    return new Wording(
        RULES.stream().filter(rule -> rule.holds(major)).map(Substitution::new).toList());
  }

  /** The report as this major words it. */
  public ErrorReport of(ErrorReport report) {
    if (substitutions.isEmpty()) {
      return report;
    }
    return changed(report, this::worded);
  }

  /** The report with all its texts changed; a text that becomes empty is left out. */
  public static ErrorReport changed(ErrorReport report, UnaryOperator<String> change) {
    ErrorReport changed = report.withMessage(change.apply(report.message()));
    for (ErrorField field : TEXTS) {
      if (report.field(field).isPresent()) {
        String text = change.apply(report.field(field).get());
        changed = text.isEmpty() ? changed.without(field) : changed.with(field, text);
      }
    }
    return changed;
  }

  private String worded(String text) {
    String worded = text;
    for (Substitution substitution : substitutions) {
      worded = substitution.apply(worded);
    }
    return worded;
  }
}
