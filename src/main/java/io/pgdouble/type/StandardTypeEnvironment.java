package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;

/**
 * The environment of a session that has set nothing: the server's own defaults, the zone UTC. Its
 * transaction began at 2000-01-01, since this room has no clock.
 */
public enum StandardTypeEnvironment implements TypeEnvironment {
  INSTANCE;

  @Override
  public DateStyle dateStyle() {
    return DateStyle.ISO_MDY;
  }

  @Override
  public IntervalStyle intervalStyle() {
    return IntervalStyle.POSTGRES;
  }

  @Override
  public Zone timeZone() {
    return Zone.UTC;
  }

  @Override
  public int extraFloatDigits() {
    return 1;
  }

  @Override
  public ByteaOutput byteaOutput() {
    return ByteaOutput.HEX;
  }

  @Override
  public long transactionStart() {
    return 0;
  }

  @Override
  public int major() {
    return 16;
  }

  @Override
  public void checkPattern(String pattern, String options) {
    throw ErrorReport.notSimulated("regular expressions outside of sessions").toException();
  }

  @Override
  public ObjectNames objectNames() {
    return ObjectNames.NONE;
  }

  @Override
  public UserTypes userTypes() {
    return UserTypes.NONE;
  }
}
