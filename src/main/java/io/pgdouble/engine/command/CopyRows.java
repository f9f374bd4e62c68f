package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.CopyTable;
import io.pgdouble.engine.copy.CopyFields;
import io.pgdouble.engine.copy.CopyHeader;
import io.pgdouble.engine.copy.CopyOptions;
import io.pgdouble.engine.copy.CopyTolerance;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes rows of lines ({@code copyfromparse.c: NextCopyFrom}). */
final class CopyRows {
  /** {@code MAX_COPY_DATA_DISPLAY}. */
  private static final int MOST_SHOWN = 100;

  /** What comes of a line that is passed over. */
  static final Object[] SKIPPED = {};

  private final CopyOptions options;
  private final CopyTable table;
  private final ExecutionContext context;
  private final CopyFields fields;
  private final CopyColumn[] columns;
  private final CopyDefaults defaults;
  private boolean headerDue;
  private long skipped;

  CopyRows(CopyOptions options, CopyTable table, CopyDefaults defaults) {
    this.options = options;
    this.table = table;
    this.context = defaults.context();
    this.headerDue = options.header() != CopyHeader.NONE;
    this.fields = new CopyFields(options, defaults);
    this.columns = new CopyColumn[table.columns().size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new CopyColumn(table.columns().get(i), options, defaults);
    }
    this.defaults = defaults;
  }

  CopyOptions options() {
    return options;
  }

  CopyTable table() {
    return table;
  }

  int columns() {
    return columns.length;
  }

  CopyColumn column(int index) {
    return columns[index];
  }

  CopyDefaults defaults() {
    return defaults;
  }

  ExecutionContext context() {
    return context;
  }

  int major() {
    return context.facts().major();
  }

  /** {@code CopyFrom}: rows are frozen only where nobody else can see them. */
  void checkFreeze() {
    boolean fresh = context.storage().isNew(table.relation().filenode());
    if (options.freeze() && !fresh) {
      throw new ReportedError(
          SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
          "cannot perform COPY FREEZE because the table was not created or truncated in the"
              + " current subtransaction");
    }
  }

  /** Whether the line that comes next names the columns; asked once for each. */
  boolean takeHeader() {
    boolean due = headerDue;
    headerDue = false;
    return due;
  }

  /** {@code NextCopyFromRawFields}: what the first line must say. */
  void checkHeader(String line) {
    if (options.header() != CopyHeader.MATCHING) {
      return;
    }
    List<String> names = fields.of(line);
    if (names.size() != columns()) {
      throw fault(
          "wrong number of fields in header line: got " + names.size() + ", expected " + columns());
    }
    for (int i = 0; i < names.size(); i++) {
      checkName(i, names.get(i));
    }
  }

  private void checkName(int index, String name) {
    String expected = table.columns().get(index).name();
    String where = "column name mismatch in header line field " + (index + 1) + ": got ";
    if (name == null) {
      throw fault(
          where + "null value (\"" + options.nullText() + "\"), expected \"" + expected + "\"");
    }
    if (!name.equals(expected)) {
      throw fault(where + "\"" + name + "\", expected \"" + expected + "\"");
    }
  }

  private static ReportedError fault(String message) {
    return new ReportedError(SqlState.BAD_COPY_FILE_FORMAT, message);
  }

  /** The values of a line, or {@link #SKIPPED}. */
  Object[] row(String line, long number) {
    List<String> texts = fields.of(line);
    if (texts.size() > columns.length) {
      throw fault("extra data after last expected column");
    }
    Object[] row = new Object[defaults.columns()];
    for (int i = 0; i < columns.length; i++) {
      if (i >= texts.size()) {
        throw fault("missing data for column \"" + columns[i].name() + "\"");
      }
      if (!fill(row, columns[i], columns[i].text(texts.get(i)), number)) {
        return SKIPPED;
      }
    }
    return row;
  }

  /** Whether the value is one, or the row is passed over. */
  private boolean fill(Object[] row, CopyColumn column, String text, long number) {
    try {
      row[column.index()] = column.value(text);
      return true;
    } catch (ReportedError e) {
      String said = text == null ? "null input" : "\"" + shown(column.shown(text)) + "\"";
      String where = where(number) + ", column " + column.name() + ": " + said;
      if (!options.tolerance().skips() || !column.isSoft(text, e)) {
        throw e.report().with(ErrorField.WHERE, where).toException();
      }
      skip("at line " + number + " for column \"" + column.name() + "\": " + said, where);
      return false;
    }
  }

  /** {@code copyfromparse.c: CopyFromTextLikeOneRow}. */
  private void skip(String what, String where) {
    skipped++;
    if (options.tolerance().verbosity() == CopyTolerance.Verbosity.VERBOSE) {
      context.report(
          ErrorReport.notice(
                  SqlState.SUCCESSFUL_COMPLETION,
                  "skipping row due to data type incompatibility " + what)
              .with(ErrorField.WHERE, "COPY " + table.relation().name()));
    }
    long limit = options.tolerance().limit();
    if (limit > 0 && skipped > limit) {
      throw ErrorReport.error(
              SqlState.INVALID_TEXT_REPRESENTATION,
              "skipped more than REJECT_LIMIT ("
                  + limit
                  + ") rows due to data type incompatibility")
          .with(ErrorField.WHERE, where)
          .toException();
    }
  }

  /** Says in the end how many rows were passed over. */
  void reportSkipped() {
    if (skipped > 0 && options.tolerance().verbosity() != CopyTolerance.Verbosity.SILENT) {
      context.report(
          ErrorReport.notice(
              SqlState.SUCCESSFUL_COMPLETION,
              skipped
                  + (skipped == 1 ? " row was" : " rows were")
                  + " skipped due to data type incompatibility"));
    }
  }

  String where(long number) {
    return "COPY " + table.relation().name() + ", line " + number;
  }

  /** An error with the line it is in, unless it says already where it is. */
  ReportedError located(ReportedError error, long number, String line) {
    ErrorReport report = error.report();
    if (report.field(ErrorField.WHERE).isPresent()) {
      return error;
    }
    return whileWriting(report, number, line).toException();
  }

  /** The same for what is said while the line's row is written. */
  ErrorReport whileWriting(ErrorReport report, long number, String line) {
    return report.inContext(where(number) + ": \"" + shown(line) + "\"");
  }

  /** {@code limit_printout_length}: no more bytes, and no part of a character. */
  private static String shown(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      bytes += bytesOf(text.codePointAt(i));
      if (bytes > MOST_SHOWN) {
        return text.substring(0, i) + "...";
      }
    }
    return text;
  }

  private static int bytesOf(int character) {
    return new String(Character.toChars(character)).getBytes(StandardCharsets.UTF_8).length;
  }
}
