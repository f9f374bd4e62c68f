package io.pgdouble.settings;

import java.util.OptionalDouble;

/**
 * Units that numbers are kept in, and the units they may be given and are shown in. A block is 8
 * kB. Source: {@code guc.c: memory_unit_conversion_table, time_unit_conversion_table}. A table.
 */
public enum SettingUnit {
  BYTE("B", Names.MEMORY, 0x1p40, 0x1p30, 0x1p20, 0x1p10, 1),
  KILOBYTE("kB", Names.MEMORY, 0x1p30, 0x1p20, 0x1p10, 1, 0x1p-10),
  BLOCK("8kB", Names.MEMORY, 0x1p27, 0x1p17, 0x1p7, 0x1p-3, 0x1p-13),
  MEGABYTE("MB", Names.MEMORY, 0x1p20, 0x1p10, 1, 0x1p-10, 0x1p-20),
  MILLISECOND("ms", Names.TIME, 86_400_000, 3_600_000, 60_000, 1_000, 1, 1.0 / 1_000),
  SECOND("s", Names.TIME, 86_400, 3_600, 60, 1, 1.0 / 1_000, 1.0 / 1_000_000),
  MINUTE("min", Names.TIME, 1_440, 60, 1, 1.0 / 60, 1.0 / 60_000, 1.0 / 60_000_000);

  private static final String MEMORY_HINT =
      "Valid units for this parameter are \"B\", \"kB\", \"MB\", \"GB\", and \"TB\".";
  private static final String TIME_HINT =
      "Valid units for this parameter are \"us\", \"ms\", \"s\", \"min\", \"h\", and \"d\".";

  private final String text;
  private final String[] names;
  private final double[] multipliers;

  SettingUnit(String text, String[] names, double... multipliers) {
    this.text = text;
    this.names = names;
    this.multipliers = multipliers;
  }

  /** As {@code pg_settings.unit} says it. */
  public String text() {
    return text;
  }

  static SettingUnit of(String text) {
    for (SettingUnit unit : values()) {
      if (unit.text.equals(text)) {
        return unit;
      }
    }
    throw new IllegalArgumentException(text);
  }

  /** What units there are, in the server's words. */
  String hint() {
    return names == Names.MEMORY ? MEMORY_HINT : TIME_HINT;
  }

  /**
   * A number given in another unit. One such as {@code 30.1GB} is rounded to a multiple of the next
   * smaller unit. {@code guc.c: convert_to_base_unit}. Empty if there is no such unit.
   */
  OptionalDouble toBase(double number, String unit) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(unit)) {
        double value = number * multipliers[i];
        return OptionalDouble.of(
            i + 1 < names.length
                ? Math.rint(value / multipliers[i + 1]) * multipliers[i + 1]
                : value);
      }
    }
    return OptionalDouble.empty();
  }

  /** The number in the greatest unit that divides it: {@code convert_int_from_base_unit}. */
  String show(int number) {
    for (int i = 0; i < names.length; i++) {
      if (multipliers[i] <= 1 || number % (long) multipliers[i] == 0) {
        return (long) Math.rint(number / multipliers[i]) + names[i];
      }
    }
    throw new IllegalStateException(text);
  }

  /**
   * The number in the greatest unit that gives a whole number to within one part in 10<sup>8</sup>,
   * or else in the smallest: {@code convert_real_from_base_unit}.
   */
  String show(double number) {
    int last = names.length - 1;
    for (int i = 0; i < last; i++) {
      double value = number / multipliers[i];
      if (value > 0 && Math.abs(Math.rint(value) / value - 1) <= 1e-8) {
        return RealText.of(value) + names[i];
      }
    }
    return RealText.of(number / multipliers[last]) + names[last];
  }

  /** Held apart because an enum's constants are made before its static fields. */
  private static final class Names {
    static final String[] MEMORY = {"TB", "GB", "MB", "kB", "B"};
    static final String[] TIME = {"d", "h", "min", "s", "ms", "us"};
  }
}
