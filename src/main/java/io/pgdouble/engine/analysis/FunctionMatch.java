package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.ProcEntry;
import java.util.Optional;

/**
 * What a call turned out to mean ({@code FuncDetailCode}).
 *
 * @param candidate the function, for {@link Kind#FOUND}
 * @param castType the type a call named, for {@link Kind#COERCION}, otherwise 0
 */
record FunctionMatch(Kind kind, Optional<Candidate<ProcEntry>> candidate, int castType) {
  static final FunctionMatch NONE = new FunctionMatch(Kind.NOT_FOUND, Optional.empty(), 0);
  static final FunctionMatch MULTIPLE = new FunctionMatch(Kind.MULTIPLE, Optional.empty(), 0);

  /** The outcomes. */
  enum Kind {
    NOT_FOUND,
    MULTIPLE,
    FOUND,
    COERCION
  }

  static FunctionMatch found(Candidate<ProcEntry> candidate) {
    return candidate.ambiguous()
        ? MULTIPLE
        : new FunctionMatch(Kind.FOUND, Optional.of(candidate), 0);
  }

  static FunctionMatch cast(int type) {
    return new FunctionMatch(Kind.COERCION, Optional.empty(), type);
  }
}
