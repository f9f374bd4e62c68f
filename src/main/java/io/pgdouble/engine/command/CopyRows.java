package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.CopyTable;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.copy.CopyFields;
import io.pgdouble.engine.copy.CopyHeader;
import io.pgdouble.engine.copy.CopyOptions;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.Types;
import java.util.List;

/** Makes rows of lines ({@code copyfromparse.c: NextCopyFrom}). */
final class CopyRows {
  /** {@code MAX_COPY_DATA_DISPLAY}. */
  private static final int MOST_SHOWN = 100;

  private final CopyOptions options;
  private final CopyTable table;
  private final ExecutionContext context;
  private boolean headerDue;

  CopyRows(CopyOptions options, CopyTable table, ExecutionContext context) {
    this.options = options;
    this.table = table;
    this.context = context;
    this.headerDue = options.header() != CopyHeader.NONE;
  }

  CopyOptions options() {
    return options;
  }

  CopyTable table() {
    return table;
  }

  int columns() {
    return table.columns().size();
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
    List<String> names = CopyFields.of(options, line);
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

  /** The values of a line. */
  Object[] row(String line, long number) {
    List<String> fields = CopyFields.of(options, line);
    if (fields.size() > columns()) {
      throw fault("extra data after last expected column");
    }
    Object[] row = new Object[columns()];
    for (int i = 0; i < row.length; i++) {
      AttributeEntry column = table.columns().get(i);
      if (i >= fields.size()) {
        throw fault("missing data for column \"" + column.name() + "\"");
      }
      row[i] = value(column, text(column, fields.get(i)), number);
    }
    return row;
  }

  private String text(AttributeEntry column, String field) {
    if (field == null) {
      return options.forceNotNull().has(column.name()) ? options.nullText() : null;
    }
    boolean isNull = options.forceNull().has(column.name()) && field.equals(options.nullText());
    return isNull ? null : field;
  }

  private Object value(AttributeEntry column, String text, long number) {
    try {
      return text == null
          ? absent(column)
          : Types.io(column.type()).input(text, column.typmod(), context.types());
    } catch (ReportedError e) {
      String said = text == null ? "null input" : "\"" + shown(text) + "\"";
      String where = where(number) + ", column " + column.name() + ": " + said;
      throw e.report().with(ErrorField.WHERE, where).toException();
    }
  }

  /** Input functions are asked for NULL, too, and {@code domain_in} has something to say. */
  Object absent(AttributeEntry column) {
    context.types().userTypes().checkIfDomain(column.type(), null);
    return null;
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
    boolean atFlush = report.code().equals(SqlState.UNIQUE_VIOLATION.code());
    return report.inContext(where(number) + (atFlush ? "" : ": \"" + shown(line) + "\""));
  }

  /** {@code limit_printout_length}. */
  private static String shown(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
  }
}
