package io.pgdouble.settings;

import java.util.List;

/**
 * The two halves of DateStyle.
 *
 * @param style how dates are written
 * @param order how ambiguous input is read
 */
public record DateStyleSetting(Style style, Order order) {

  /** Output styles, named as SHOW names them. */
  public enum Style {
    ISO("ISO"),
    SQL("SQL"),
    POSTGRES("Postgres"),
    GERMAN("German");

    private final String text;

    Style(String text) {
      this.text = text;
    }
  }

  /** Orders of the fields of a date. */
  public enum Order {
    YMD,
    DMY,
    MDY
  }

  /** As SHOW prints it: {@code ISO, MDY}. */
  public String text() {
    return style.text + ", " + order;
  }

  /** Reads what {@link #text()} wrote. */
  static DateStyleSetting of(String text) {
    int comma = text.indexOf(',');
    for (Style style : Style.values()) {
      if (text.substring(0, comma).equals(style.text)) {
        return new DateStyleSetting(style, Order.valueOf(text.substring(comma + 2)));
      }
    }
    throw new IllegalArgumentException(text);
  }

  /** {@code variable.c: check_datestyle}. The half that is not named keeps its value. */
  static Object check(SettingCheck.Request request) {
    List<String> words =
        IdentifierList.split(request.text())
            .orElseThrow(() -> request.refused("List syntax is invalid."));
    Reading reading = new Reading(of(request.session().text("DateStyle")));
    for (String word : words) {
      reading.read(word, request);
    }
    if (reading.conflict) {
      throw request.refused("Conflicting \"datestyle\" specifications.");
    }
    return new DateStyleSetting(reading.style, reading.order).text();
  }

  /** The words read so far. */
  private static final class Reading {
    private Style style;
    private Order order;
    private boolean haveStyle;
    private boolean haveOrder;
    private boolean conflict;

    Reading(DateStyleSetting current) {
      style = current.style;
      order = current.order;
    }

    void read(String read, SettingCheck.Request request) {
      String word = AsciiText.lower(read);
      if (word.equals("iso")) {
        take(Style.ISO);
      } else if (word.equals("sql")) {
        take(Style.SQL);
      } else if (word.startsWith("postgres")) {
        take(Style.POSTGRES);
      } else if (word.equals("german")) {
        take(Style.GERMAN);
        order = haveOrder ? order : Order.DMY;
      } else if (word.equals("ymd")) {
        take(Order.YMD);
      } else if (word.equals("dmy") || word.startsWith("euro")) {
        take(Order.DMY);
      } else if (word.equals("mdy") || word.equals("us") || word.startsWith("noneuro")) {
        take(Order.MDY);
      } else if (word.equals("default")) {
        DateStyleSetting reset = of(request.session().resetText(request.setting()));
        style = haveStyle ? style : reset.style;
        order = haveOrder ? order : reset.order;
      } else {
        throw request.refused("Unrecognized key word: \"" + read + "\".");
      }
    }

    private void take(Style read) {
      conflict |= haveStyle && style != read;
      style = read;
      haveStyle = true;
    }

    private void take(Order read) {
      conflict |= haveOrder && order != read;
      order = read;
      haveOrder = true;
    }
  }
}
