package io.pgdouble.engine.analysis;

import io.pgdouble.engine.function.Patterns;
import io.pgdouble.type.ByteaOutput;
import io.pgdouble.type.DateStyle;
import io.pgdouble.type.IntervalStyle;
import io.pgdouble.type.ObjectNames;
import io.pgdouble.type.StandardTypeEnvironment;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.UserTypes;
import io.pgdouble.type.Zone;

/** The standard environment with the catalog's names and a transaction's start. */
record NamedEnvironment(ObjectNames objectNames, long transactionStart) implements TypeEnvironment {
  private static final TypeEnvironment STANDARD = StandardTypeEnvironment.INSTANCE;

  @Override
  public DateStyle dateStyle() {
    return STANDARD.dateStyle();
  }

  @Override
  public IntervalStyle intervalStyle() {
    return STANDARD.intervalStyle();
  }

  @Override
  public Zone timeZone() {
    return STANDARD.timeZone();
  }

  @Override
  public int extraFloatDigits() {
    return STANDARD.extraFloatDigits();
  }

  @Override
  public ByteaOutput byteaOutput() {
    return STANDARD.byteaOutput();
  }

  @Override
  public int major() {
    return 16;
  }

  @Override
  public void checkPattern(String pattern, String options) {
    Patterns.check(pattern, options);
  }

  @Override
  public UserTypes userTypes() {
    return UserTypes.NONE;
  }
}
