package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.Optional;

/**
 * Complaints about names that nothing has, with what the user may have meant ({@code
 * errorMissingColumn}, {@code errorMissingRTE}).
 */
final class MissingNames {
  private MissingNames() {}

  /**
   * @param relation the name before the column's, or empty
   */
  static ReportedError column(ParseState state, String relation, String column, int location) {
    if (relation.isEmpty()) {
      refuseReturned(state, column);
    }
    String message =
        relation.isEmpty()
            ? "column \"" + column + "\" does not exist"
            : "column " + relation + "." + column + " does not exist";
    ErrorReport report = Complaint.at(location, SqlState.UNDEFINED_COLUMN, message);
    FuzzySearch search = new FuzzySearch(relation, column);
    for (Optional<ParseState> level = Optional.of(state);
        level.isPresent();
        level = level.get().parent) {
      if (isAmbiguous(level.get(), search)) {
        return Complaint.error(
            location,
            SqlState.AMBIGUOUS_COLUMN,
            "column reference \"" + column + "\" is ambiguous");
      }
    }
    return withAdvice(report, search, state).toException();
  }

  /** What RETURNING calls the row before and after. */
  private static void refuseReturned(ParseState state, String name) {
    boolean returned = name.equals("old") || name.equals("new");
    int major = state.context.execution().facts().major();
    if (!returned || !MajorChange.RETURNING_KNOWS_OLD_AND_NEW.isIn(major)) {
      return;
    }
    for (Optional<ParseState> level = Optional.of(state);
        level.isPresent();
        level = level.get().parent) {
      if (level.get().kind == ClauseKind.RETURNING) {
        throw Complaint.notSimulated("OLD and NEW in RETURNING");
      }
    }
  }

  /** Looks at each entry; one that has the very column twice ends all search. */
  private static boolean isAmbiguous(ParseState level, FuzzySearch search) {
    for (RangeEntry entry : level.rangeTable) {
      boolean over = areHints(level) && !search.exact().isEmpty();
      if (!over && search.look(entry)) {
        return true;
      }
    }
    return false;
  }

  private static ErrorReport withAdvice(ErrorReport report, FuzzySearch search, ParseState state) {
    String column = search.column();
    if (search.exact().size() > 1) {
      ErrorReport detailed =
          report.withDetail(
              "There are columns named \""
                  + column
                  + "\", but they are in tables that cannot be referenced from this part of the"
                  + " query.");
      return search.isQualified()
          ? detailed
          : detailed.withHint("Try using a table-qualified name.");
    }
    if (search.exact().size() == 1) {
      RangeEntry entry = search.exact().get(0);
      String where =
          "There is a column named \""
              + column
              + "\" in table \""
              + entry.name()
              + "\", but it cannot be referenced from this part of the query.";
      if (areHints(state)) {
        return report.withHint(where);
      }
      ErrorReport detailed = report.withDetail(where);
      return isVisibleIfLateral(state, entry)
          ? detailed.withHint("To reference that column, you must mark this subquery with LATERAL.")
          : detailed;
    }
    return search.hint().map(report::withHint).orElse(report);
  }

  private static boolean areHints(ParseState state) {
    int major = state.context.execution().facts().major();
    return !MajorChange.HIDDEN_NAMES_ARE_DETAILS.isIn(major);
  }

  private static boolean isVisibleIfLateral(ParseState state, RangeEntry entry) {
    for (Optional<ParseState> level = Optional.of(state);
        level.isPresent();
        level = level.get().parent) {
      ParseState current = level.get();
      boolean hidden =
          current.namespace.stream()
              .anyMatch(
                  item ->
                      item.lateralOnly()
                          && item.lateralOk()
                          && item.relation() >= 0
                          && current.rangeTable.get(item.relation()) == entry);
      if (hidden) {
        return true;
      }
    }
    return false;
  }

  static ReportedError relation(ParseState state, String name, int location) {
    refuseReturned(state, name);
    Optional<RangeEntry> entry = entryOf(state, name);
    if (entry.isEmpty()) {
      return Complaint.error(
          location,
          SqlState.UNDEFINED_TABLE,
          "missing FROM-clause entry for table \"" + name + "\"");
    }
    ErrorReport report =
        Complaint.at(
            location,
            SqlState.UNDEFINED_TABLE,
            "invalid reference to FROM-clause entry for table \"" + name + "\"");
    if (!entry.get().name().equals(name)) {
      return report
          .withHint(
              "Perhaps you meant to reference the table alias \"" + entry.get().name() + "\".")
          .toException();
    }
    String where =
        "There is an entry for table \""
            + name
            + "\", but it cannot be referenced from this part of the query.";
    if (areHints(state)) {
      return report.withHint(where).toException();
    }
    ErrorReport detailed = report.withDetail(where);
    return isVisibleIfLateral(state, entry.get())
        ? detailed
            .withHint("To reference that table, you must mark this subquery with LATERAL.")
            .toException()
        : detailed.toException();
  }

  private static Optional<RangeEntry> entryOf(ParseState state, String name) {
    for (Optional<ParseState> level = Optional.of(state);
        level.isPresent();
        level = level.get().parent) {
      Optional<RangeEntry> entry =
          level.get().rangeTable.stream().filter(e -> isNamed(e, name)).findFirst();
      if (entry.isPresent()) {
        return entry;
      }
    }
    return Optional.empty();
  }

  private static boolean isNamed(RangeEntry entry, String name) {
    boolean real =
        entry instanceof RangeEntry.Relation relation && relation.relation().name().equals(name);
    return real || entry.name().equals(name);
  }

  /** Whether an entry has a column of a name. */
  static boolean hasColumn(RangeEntry entry, String name) {
    return entry.columns().stream().map(RangeColumn::name).anyMatch(name::equals);
  }
}
