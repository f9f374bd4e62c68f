package io.pgdouble.type;

import java.util.Optional;

/** A zone that is only a POSIX specification. */
final class PosixZone extends Zone {
  private final ZoneOffset standard;
  private final Optional<PosixRule> rule;

  private PosixZone(String name, ZoneOffset standard, Optional<PosixRule> rule) {
    super(name);
    this.standard = standard;
    this.rule = rule;
  }

  /**
   * @param text in capitals
   */
  static Optional<Zone> parse(String text) {
    return new PosixParser(text)
        .wellFormed()
        .map(standard -> new PosixZone(text, standard, PosixRule.parse(text)));
  }

  @Override
  public ZoneOffset at(long unixSeconds) {
    return rule.flatMap(r -> r.at(unixSeconds)).orElse(standard);
  }

  @Override
  Optional<Change> nextChange(long unixSeconds) {
    return rule.flatMap(r -> r.nextChange(unixSeconds));
  }

  @Override
  Optional<ZoneOffset> meaning(String abbreviation, long unixSeconds) {
    if (standard.abbreviation().equals(abbreviation)) {
      return Optional.of(standard);
    }
    return rule.flatMap(r -> r.meaning(abbreviation));
  }

  @Override
  Optional<ZoneOffset> onlyOffset() {
    return rule.isPresent() ? Optional.empty() : Optional.of(standard);
  }
}
