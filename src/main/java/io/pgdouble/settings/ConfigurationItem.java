package io.pgdouble.settings;

import java.util.Optional;

/**
 * One line of a configuration file, or an error that was found in its stead: {@code conffiles.h:
 * ConfigVariable}, a row of {@code pg_file_settings}.
 *
 * @param name as it is spelt in the file; empty for an error that no setting is to blame for
 * @param value empty as the name is
 * @param place empty for what stands in no file
 * @param error why it has no effect, in a few words
 */
public record ConfigurationItem(
    Optional<String> name,
    Optional<String> value,
    Optional<FilePlace> place,
    Optional<String> error,
    Fate fate) {

  /** What becomes of a line. */
  public enum Fate {
    /** Not tried, or tried in vain. */
    WITHOUT_EFFECT,
    /** A later line of the same name counts, or it is an error to begin with. */
    IGNORED,
    APPLIED
  }

  static ConfigurationItem of(String name, String value, FilePlace place) {
    return new ConfigurationItem(
        Optional.of(name),
        Optional.of(value),
        Optional.of(place),
        Optional.empty(),
        Fate.WITHOUT_EFFECT);
  }

  static ConfigurationItem error(String error, Optional<FilePlace> place) {
    return new ConfigurationItem(
        Optional.empty(), Optional.empty(), place, Optional.of(error), Fate.IGNORED);
  }

  ConfigurationItem ignored() {
    return new ConfigurationItem(name, value, place, error, Fate.IGNORED);
  }

  ConfigurationItem applied() {
    return new ConfigurationItem(name, value, place, error, Fate.APPLIED);
  }

  ConfigurationItem failed(String why) {
    return new ConfigurationItem(name, value, place, Optional.of(why), fate);
  }

  boolean isIgnored() {
    return fate == Fate.IGNORED;
  }
}
