package io.pgdouble.engine.expression;

import java.util.ArrayList;
import java.util.List;

/** The modifier that alternatives agree on ({@code nodeFuncs.c: exprTypmod}). */
final class ResultTypmod {
  private ResultTypmod() {}

  /** The modifier of all, if all are of the type and agree; otherwise −1. */
  static int common(int type, List<Expression> alternatives) {
    int typmod = -1;
    for (int i = 0; i < alternatives.size(); i++) {
      Expression alternative = alternatives.get(i);
      if (alternative.type() != type || alternative.typmod() < 0) {
        return -1;
      }
      if (i > 0 && alternative.typmod() != typmod) {
        return -1;
      }
      typmod = alternative.typmod();
    }
    return typmod;
  }

  static int common(int type, Expression otherwise, List<CaseWhen> whens) {
    List<Expression> alternatives = new ArrayList<>();
    alternatives.add(otherwise);
    whens.forEach(when -> alternatives.add(when.result()));
    return common(type, alternatives);
  }
}
