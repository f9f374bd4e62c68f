package io.pgdouble.engine.command;

import io.pgdouble.engine.sql.Parser;
import io.pgdouble.engine.sql.ParserSettings;
import io.pgdouble.error.ErrorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Parsed query strings, shared by all sessions of a server: most frontends send the same few texts
 * again and again. Only what every session would read alike is kept: nothing that a setting changed
 * the meaning of, and nothing that was warned of.
 */
public final class QueryCache {
  /** Strings longer than this are seldom sent twice. */
  private static final int MAX_LENGTH = 8_192;

  /** When so many are kept, all are forgotten: simpler than to know which were used last. */
  private static final int MAX_KEPT = 2_048;

  private final Map<String, ParsedQuery> kept = new ConcurrentHashMap<>();
  private final ParserSettings usual;

  /**
   * @param usual the settings with which strings are kept
   */
  public QueryCache(ParserSettings usual) {
    this.usual = usual;
  }

  /** The same settings, as the one object that is soonest recognised. */
  public ParserSettings known(ParserSettings settings) {
    return settings.equals(usual) ? usual : settings;
  }

  /**
   * The statements of a query string.
   *
   * @throws io.pgdouble.error.ReportedError where the parser complains
   */
  public ParsedQuery parse(String text, ParserSettings settings, Consumer<ErrorReport> notices) {
    if (settings != usual && !settings.equals(usual)) {
      return parsed(text, settings, notices);
    }
    ParsedQuery known = kept.get(text);
    return known != null ? known : parsedToKeep(text, notices);
  }

  private ParsedQuery parsedToKeep(String text, Consumer<ErrorReport> notices) {
    List<ErrorReport> warned = new ArrayList<>(0);
    ParsedQuery query =
        parsed(
            text,
            usual,
            report -> {
              warned.add(report);
              notices.accept(report);
            });
    if (warned.isEmpty() && text.length() <= MAX_LENGTH) {
      if (kept.size() >= MAX_KEPT) {
        kept.clear();
      }
      kept.put(text, query);
    }
    return query;
  }

  private static ParsedQuery parsed(
      String text, ParserSettings settings, Consumer<ErrorReport> notices) {
    return new ParsedQuery(
        text, Parser.parse(text, settings, notices).stream().map(ParsedStatement::new).toList());
  }
}
