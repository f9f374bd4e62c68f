package io.pgdouble.settings;

/** The settings a server has at present: others after each reload. Used by many threads. */
public final class CurrentSettings {
  private volatile ServerSettings settings;

  public CurrentSettings(ServerSettings first) {
    settings = first;
  }

  public ServerSettings get() {
    return settings;
  }

  /** Gives the server other settings. */
  public void become(ServerSettings next) {
    settings = next;
  }
}
