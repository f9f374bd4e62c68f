package io.pgdouble.log;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.type.Zone;
import java.util.Optional;

/** The form that can be loaded into a table. Source: {@code csvlog.c: write_csvlog}. */
final class CsvLines implements LogLines {
  private final Zone zone;

  CsvLines(Zone zone) {
    this.zone = zone;
  }

  @Override
  public String of(LogEntry entry) {
    Row row = new Row();
    process(row, entry);
    report(row, entry);
    Optional<String> application =
        entry.origin().client().map(LogOrigin.LogClient::application).or(() -> Optional.of(""));
    row.quoted(application);
    row.quoted(Optional.of(entry.origin().backendType()));
    row.plain(""); // leader_pid: there are no parallel workers.
    row.plain("0");
    return row.end();
  }

  /** Who reports. */
  private void process(Row row, LogEntry entry) {
    LogOrigin origin = entry.origin();
    Optional<LogOrigin.LogClient> client = origin.client();
    row.plain(LogTime.millis(entry.time(), zone));
    row.quoted(client.map(LogOrigin.LogClient::user).filter(name -> !name.isEmpty()));
    row.quoted(client.map(LogOrigin.LogClient::database).filter(name -> !name.isEmpty()));
    row.plain(Integer.toString(origin.pid()));
    row.quoted(client.map(CsvLines::address));
    row.plain(origin.session());
    row.plain(Long.toString(origin.numbers().csv()));
    row.quoted(client.map(one -> origin.display()));
    row.plain(LogTime.seconds(origin.start(), zone));
    row.plain(origin.transaction().virtualId());
    row.plain(origin.transaction().shortId());
  }

  private static String address(LogOrigin.LogClient client) {
    return client.port().isEmpty() ? client.host() : client.host() + ":" + client.port();
  }

  /** What is reported. */
  private static void report(Row row, LogEntry entry) {
    ErrorReport report = entry.report();
    row.plain(report.severity().word());
    row.plain(report.code());
    row.quoted(Optional.of(report.message()).filter(text -> !text.isEmpty()));
    row.quoted(report.field(ErrorField.DETAIL));
    row.quoted(report.field(ErrorField.HINT));
    row.quoted(report.field(ErrorField.INTERNAL_QUERY));
    row.plain(report.field(ErrorField.INTERNAL_POSITION).orElse(""));
    row.quoted(report.field(ErrorField.WHERE));
    row.quoted(entry.statement());
    boolean told = entry.statement().isPresent();
    row.plain(told ? report.field(ErrorField.POSITION).orElse("") : "");
    row.quoted(entry.location());
  }

  /** One line as it is written. */
  private static final class Row {
    private final StringBuilder out = new StringBuilder();

    void plain(String value) {
      out.append(value).append(',');
    }

    /** {@code appendCSVLiteral}. */
    void quoted(Optional<String> value) {
      plain(value.map(text -> '"' + text.replace("\"", "\"\"") + '"').orElse(""));
    }

    String end() {
      out.setCharAt(out.length() - 1, '\n');
      return out.toString();
    }
  }
}
