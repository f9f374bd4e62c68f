package io.pgdouble.settings;

/** How long a change lasts. Source: {@code guc.h: GucAction}. */
public enum SettingScope {
  /** SET: until the session ends, unless the transaction is rolled back. */
  SESSION,
  /** SET LOCAL: until the transaction ends. */
  LOCAL,
  /** A function's SET clause: until the function's level ends. */
  FUNCTION
}
