package io.pgdouble.engine.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns that every table has ({@code heap.c: SysAtt}). */
enum SystemAttribute {
  CTID(-1, 27),
  XMIN(-2, 28),
  CMIN(-3, 29),
  XMAX(-4, 28),
  CMAX(-5, 29),
  TABLEOID(-6, 26);

  private final int number;
  private final long type;

  SystemAttribute(int number, long type) {
    this.number = number;
    this.type = type;
  }

  static Optional<SystemAttribute> find(String name) {
    return Arrays.stream(values()).filter(one -> one.word().equals(name)).findFirst();
  }

  static SystemAttribute numbered(int number) {
    return values()[-1 - number];
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  int number() {
    return number;
  }

  /** OID of its type. */
  long type() {
    return type;
  }
}
