package io.pgdouble.type;

/**
 * {@code DateStyle}: how dates are written, and in which order of fields ambiguous ones are read.
 */
public record DateStyle(Format format, Order order) {
  /** The server's default. */
  public static final DateStyle ISO_MDY = new DateStyle(Format.ISO, Order.MDY);

  /** How dates are written. */
  public enum Format {
    ISO("ISO"),
    SQL("SQL"),
    POSTGRES("Postgres"),
    GERMAN("German");

    private final String word;

    Format(String word) {
      this.word = word;
    }

    /** As {@code SHOW DateStyle} writes it. */
    public String word() {
      return word;
    }
  }

  /** The order of year, month and day. */
  public enum Order {
    MDY,
    DMY,
    YMD
  }

  @Override
  public String toString() {
    return format.word() + ", " + order;
  }
}
