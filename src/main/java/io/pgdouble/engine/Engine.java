package io.pgdouble.engine;

import io.pgdouble.engine.analysis.Resolutions;
import io.pgdouble.engine.catalog.FactsCatalog;
import io.pgdouble.engine.catalog.SearchPath;
import io.pgdouble.engine.command.QueryCache;
import io.pgdouble.engine.sql.BackslashQuote;
import io.pgdouble.engine.sql.ParserSettings;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.Wording;
import io.pgdouble.settings.CurrentSettings;
import io.pgdouble.settings.ServerSettings;
import io.pgdouble.settings.StoredSettings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What all sessions of one server share: the profile's facts, the catalog, the configuration, and
 * what was parsed before. Used by many threads.
 */
public final class Engine {
  private final EngineOptions options;
  private final Facts facts;
  private final CurrentSettings settings;
  private final FactsCatalog catalog;
  private final QueryCache queries;
  private final StoredSettings storedSettings = new StoredSettings();
  private final Roles roles;
  private final Wording wording;
  private final Map<SearchPath, Resolutions> resolutions = new ConcurrentHashMap<>();

  /**
   * @throws io.pgdouble.error.ReportedError FATAL where a setting makes no sense
   */
  public Engine(EngineOptions options) {
    this(options, new CurrentSettings(options.serverSettings()));
  }

  /**
   * @param settings the server's, which know where it listens
   */
  public Engine(EngineOptions options, CurrentSettings settings) {
    this.options = options;
    this.facts = options.facts();
    this.wording = Wording.of(facts.major());
    this.settings = settings;
    this.catalog = new FactsCatalog(facts);
    this.roles = new Roles(facts, options.superuser());
    this.queries =
        new QueryCache(
            new ParserSettings(true, BackslashQuote.SAFE_ENCODING, true, true, options.major()));
  }

  public EngineOptions options() {
    return options;
  }

  Wording wording() {
    return wording;
  }

  public Facts facts() {
    return facts;
  }

  /** What every session begins with, at present. */
  public ServerSettings settings() {
    return settings.get();
  }

  FactsCatalog catalog() {
    return catalog;
  }

  /** What names mean, by the search path in which they are looked up. */
  Resolutions resolutions(SearchPath path) {
    return resolutions.computeIfAbsent(path, key -> new Resolutions());
  }

  StoredSettings storedSettings() {
    return storedSettings;
  }

  QueryCache queries() {
    return queries;
  }

  Roles roles() {
    return roles;
  }
}
