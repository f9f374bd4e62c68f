package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.CallForm;

/**
 * What an expression is to become.
 *
 * @param location of the cast as written, −1 where none was
 */
record CastTarget(int type, int typmod, CastContext context, CallForm form, int location) {

  /** As an argument or an alternative is converted. */
  static CastTarget implicit(int type) {
    return new CastTarget(type, -1, CastContext.IMPLICIT, CallForm.IMPLICIT_CAST, -1);
  }

  static CastTarget implicit(int type, int typmod) {
    return new CastTarget(type, typmod, CastContext.IMPLICIT, CallForm.IMPLICIT_CAST, -1);
  }

  static CastTarget assignment(int type) {
    return new CastTarget(type, -1, CastContext.ASSIGNMENT, CallForm.IMPLICIT_CAST, -1);
  }

  static CastTarget explicit(int type, int typmod, int location) {
    return new CastTarget(type, typmod, CastContext.EXPLICIT, CallForm.EXPLICIT_CAST, location);
  }

  CastTarget withType(int other) {
    return new CastTarget(other, typmod, context, form, location);
  }

  CastTarget withType(int other, int otherTypmod) {
    return new CastTarget(other, otherTypmod, context, form, location);
  }
}
