package io.pgdouble.engine;

/**
 * What all sessions of one server share: the profile's facts, the catalog, the configuration. Used
 * by many threads.
 */
public final class Engine {
  private final EngineOptions options;

  public Engine(EngineOptions options) {
    this.options = options;
  }

  public EngineOptions options() {
    return options;
  }
}
