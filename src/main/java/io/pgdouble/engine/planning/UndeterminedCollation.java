package io.pgdouble.engine.planning;

import io.pgdouble.engine.function.Builtin;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.Optional;
import java.util.Set;

/**
 * What functions that need a collation do where their arguments do not agree on one ({@code
 * varlena.c: check_collation_set}, {@code formatting.c}, {@code like.c}, {@code regc_pg_locale.c}).
 */
final class UndeterminedCollation {
  private static final Set<String> COMPARISONS =
      Set.of(
          ("texteq textne text_lt text_le text_gt text_ge bttextcmp text_larger text_smaller"
                  + " text_starts_with bpchareq bpcharne bpcharlt bpcharle bpchargt bpcharge"
                  + " bpcharcmp bpchar_larger bpchar_smaller nameeq namene namelt namele namegt"
                  + " namege btnamecmp nameeqtext namenetext namelttext nameletext namegttext"
                  + " namegetext btnametextcmp texteqname textnename textltname textlename"
                  + " textgtname textgename bttextnamecmp textpos replace_text split_part"
                  + " split_text text_to_array text_to_array_null text_to_table"
                  + " text_to_table_null")
              .split(" "));

  private static final Set<String> PATTERNS =
      Set.of(
          "texticlike",
          "texticnlike",
          "bpchariclike",
          "bpcharicnlike",
          "nameiclike",
          "nameicnlike");

  private static final Set<String> CASES = Set.of("upper", "lower", "initcap");

  private UndeterminedCollation() {}

  /** Empty where the function needs none. */
  static Optional<Builtin> find(String prosrc) {
    return what(prosrc)
        .map(
            what ->
                (context, arguments) -> {
                  throw ErrorReport.error(
                          SqlState.INDETERMINATE_COLLATION,
                          "could not determine which collation to use for " + what)
                      .withHint("Use the COLLATE clause to set the collation explicitly.")
                      .toException();
                });
  }

  private static Optional<String> what(String prosrc) {
    if (COMPARISONS.contains(prosrc)) {
      return Optional.of("string comparison");
    }
    if (PATTERNS.contains(prosrc)) {
      return Optional.of("ILIKE");
    }
    if (CASES.contains(prosrc)) {
      return Optional.of(prosrc + "() function");
    }
    boolean regex = prosrc.contains("regex") && !prosrc.contains("similar");
    return regex ? Optional.of("regular expression") : Optional.empty();
  }
}
