package io.pgdouble.engine;

import io.pgdouble.engine.analysis.Resolutions;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.SearchPath;
import io.pgdouble.engine.command.QueryCache;
import io.pgdouble.engine.sql.BackslashQuote;
import io.pgdouble.engine.sql.ParserSettings;
import io.pgdouble.engine.storage.SessionTransaction;
import io.pgdouble.error.Severity;
import io.pgdouble.settings.SessionSettings;
import io.pgdouble.type.ByteaOutput;
import io.pgdouble.type.DateStyle;
import io.pgdouble.type.IntervalStyle;
import io.pgdouble.type.Zone;
import java.util.Locale;

/** Settings in the form in which the engine works with them, as long as none has changed. */
final class SettingsView {
  private final long generation;
  private final Catalog catalog;
  final ParserSettings parser;
  final Resolutions resolutions;
  final DateStyle dateStyle;
  final IntervalStyle intervalStyle;
  final Zone timeZone;
  final int extraFloatDigits;
  final ByteaOutput byteaOutput;
  final Severity clientMinMessages;
  final String clientEncoding;
  final int statementTimeout;
  final boolean updateProcessTitle;
  final int idleInTransactionSessionTimeout;
  final int idleSessionTimeout;
  final SessionTransaction.Lasting snapshots;
  final boolean serializable;

  SettingsView(SessionSettings settings, SearchPaths paths, QueryCache queries) {
    catalog = paths.catalog();
    generation = settings.generation();
    clientEncoding = ClientEncodings.named(settings.text("client_encoding"));
    parser =
        queries.known(
            new ParserSettings(
                settings.bool("standard_conforming_strings"),
                BackslashQuote.valueOf(word(settings, "backslash_quote")),
                settings.bool("escape_string_warning"),
                ClientEncodings.isSafe(clientEncoding),
                catalog.facts().major()));
    SearchPath path = paths.of(settings);
    resolutions = catalog.derived(path, key -> new Resolutions(path));
    dateStyle = dateStyle(settings.text("DateStyle"));
    intervalStyle = IntervalStyle.valueOf(word(settings, "IntervalStyle"));
    timeZone = zone(settings.text("TimeZone"));
    extraFloatDigits = settings.integer("extra_float_digits");
    byteaOutput = ByteaOutput.valueOf(word(settings, "bytea_output"));
    clientMinMessages = Severity.valueOf(word(settings, "client_min_messages"));
    statementTimeout = settings.integer("statement_timeout");
    updateProcessTitle = settings.bool("update_process_title");
    idleInTransactionSessionTimeout = settings.integer("idle_in_transaction_session_timeout");
    idleSessionTimeout = settings.integer("idle_session_timeout");
    String isolation = settings.text("transaction_isolation");
    snapshots = snapshots(isolation);
    serializable = isolation.equals("serializable");
  }

  /** {@code snapmgr.c: IsolationUsesXactSnapshot}. */
  private static SessionTransaction.Lasting snapshots(String isolation) {
    return switch (isolation) {
      case "repeatable read", "serializable" -> SessionTransaction.Lasting.TRANSACTION;
      default -> SessionTransaction.Lasting.STATEMENT;
    };
  }

  boolean isOf(SessionSettings settings, Catalog current) {
    return current == catalog && generation == settings.generation();
  }

  /** An enum's value as a constant's name. */
  private static String word(SessionSettings settings, String name) {
    return settings.text(name).toUpperCase(Locale.ROOT);
  }

  private static DateStyle dateStyle(String text) {
    int comma = text.indexOf(", ");
    return new DateStyle(
        DateStyle.Format.valueOf(text.substring(0, comma).toUpperCase(Locale.ROOT)),
        DateStyle.Order.valueOf(text.substring(comma + 2)));
  }

  private static Zone zone(String name) {
    return Zone.find(name)
        .orElseThrow(() -> new IllegalStateException("unknown time zone " + name));
  }
}
