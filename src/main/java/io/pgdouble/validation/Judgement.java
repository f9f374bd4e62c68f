package io.pgdouble.validation;

import java.util.List;

/**
 * What came of a hearing.
 *
 * @param conversations how many there were
 * @param messages how many were judged
 * @param rulings in the order in which they were given
 */
public record Judgement(int conversations, int messages, List<Ruling> rulings) {
  public Judgement {
    rulings = List.copyOf(rulings);
  }

  /** Those that weigh so much. */
  public List<Ruling> of(Severity severity) {
    return rulings.stream().filter(ruling -> ruling.verdict().severity() == severity).toList();
  }
}
