package io.pgdouble.log;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.Jsonb;
import io.pgdouble.type.Zone;
import java.util.Optional;

/** The form in which each report is an object. Source: {@code jsonlog.c: write_jsonlog}. */
final class JsonLines implements LogLines {
  private final Zone zone;

  JsonLines(Zone zone) {
    this.zone = zone;
  }

  @Override
  public String of(LogEntry entry) {
    Members members = new Members();
    process(members, entry);
    report(members, entry);
    Optional<LogOrigin.LogClient> client = entry.origin().client();
    members.text("application_name", client.map(LogOrigin.LogClient::application));
    members.text("backend_type", entry.origin().backendType());
    members.number("query_id", "0");
    return members.end();
  }

  /** Who reports. */
  private void process(Members members, LogEntry entry) {
    LogOrigin origin = entry.origin();
    members.text("timestamp", LogTime.millis(entry.time(), zone));
    origin.client().ifPresent(client -> names(members, client));
    members.number("pid", Integer.toString(origin.pid()));
    origin.client().ifPresent(client -> address(members, client));
    members.text("session_id", origin.session());
    members.number("line_num", Long.toString(origin.numbers().json()));
    origin.client().ifPresent(client -> members.any("ps", origin.display()));
    members.text("session_start", LogTime.seconds(origin.start(), zone));
    members.text("vxid", origin.transaction().virtualId());
    members.number("txid", origin.transaction().shortId());
  }

  private static void names(Members members, LogOrigin.LogClient client) {
    members.text("user", client.user());
    members.text("dbname", client.database());
  }

  private static void address(Members members, LogOrigin.LogClient client) {
    members.text("remote_host", client.host());
    if (!client.port().isEmpty()) {
      members.number("remote_port", client.port());
    }
  }

  /** What is reported. */
  private static void report(Members members, LogEntry entry) {
    ErrorReport report = entry.report();
    members.text("error_severity", report.severity().word());
    if (!report.code().equals(SqlState.SUCCESSFUL_COMPLETION.code())) {
      members.text("state_code", report.code());
    }
    members.text("message", report.message());
    members.text("detail", report.field(ErrorField.DETAIL));
    members.text("hint", report.field(ErrorField.HINT));
    members.text("internal_query", report.field(ErrorField.INTERNAL_QUERY));
    members.number("internal_position", report.field(ErrorField.INTERNAL_POSITION));
    members.text("context", report.field(ErrorField.WHERE));
    if (entry.statement().isPresent()) {
      members.text("statement", entry.statement());
      members.number("cursor_position", report.field(ErrorField.POSITION));
    }
    if (entry.verbosity() == LogVerbosity.VERBOSE) {
      members.text("func_name", report.field(ErrorField.ROUTINE));
      members.text("file_name", report.field(ErrorField.FILE));
      members.number("file_line_num", report.field(ErrorField.LINE));
    }
  }

  /** One object as it is written. */
  private static final class Members {
    private final StringBuilder out = new StringBuilder("{");

    /** Left out where there is none. */
    void text(String key, Optional<String> value) {
      value.ifPresent(text -> text(key, text));
    }

    void text(String key, String value) {
      if (!value.isEmpty()) {
        any(key, value);
      }
    }

    /** Even if it is empty. */
    void any(String key, String value) {
      key(key);
      Jsonb.quote(value, out);
    }

    void number(String key, Optional<String> value) {
      value.ifPresent(digits -> number(key, digits));
    }

    void number(String key, String digits) {
      key(key);
      out.append(digits);
    }

    private void key(String key) {
      out.append(out.length() == 1 ? "" : ",").append('"').append(key).append("\":");
    }

    String end() {
      return out.append("}\n").toString();
    }
  }
}
