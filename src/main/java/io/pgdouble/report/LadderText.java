package io.pgdouble.report;

import io.pgdouble.trace.Recording;
import io.pgdouble.validation.Judgement;
import io.pgdouble.validation.Ruling;
import io.pgdouble.validation.Severity;
import java.util.List;
import java.util.Locale;

/**
 * A conversation as a ladder for a terminal: the frontend to the left, the backend to the right.
 */
public final class LadderText {
  private static final int SHOWN_OF_MANY = 3;

  private final Ink ink;
  private final int width;
  private final StringBuilder out = new StringBuilder();

  /** With what it is written. */
  public enum Ink {
    PLAIN,
    COLOUR;

    private static final String RESET = "\u001b[0m";

    String in(String colour, String text) {
      return this == PLAIN || text.isEmpty() ? text : colour + text + RESET;
    }
  }

  private static final String FAINT = "\u001b[2m";
  private static final String RED = "\u001b[1;31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String CYAN = "\u001b[36m";
  private static final String GREEN = "\u001b[32m";
  private static final String BOLD = "\u001b[1m";

  private LadderText(Ink ink, int width) {
    this.ink = ink;
    this.width = width;
  }

  /**
   * The ladder.
   *
   * @param width of the terminal; longer lines are cut off. 0 cuts nothing and shows all rows
   */
  public static String of(Recording recording, Judgement judgement, Ink ink, int width) {
    LadderText text = new LadderText(ink, width);
    List<LadderStep> steps = LadderStep.of(recording, judgement);
    int alike = 0;
    for (int i = 0; i < steps.size(); i++) {
      LadderStep step = steps.get(i);
      alike = i > 0 && step.continues(steps.get(i - 1)) ? alike + 1 : 0;
      boolean last = i + 1 == steps.size() || !steps.get(i + 1).continues(step);
      if (width == 0 || alike < SHOWN_OF_MANY || !step.rulings().isEmpty()) {
        text.add(step);
      } else if (last) {
        text.addMore(step, alike - SHOWN_OF_MANY + 1);
      }
    }
    return text.out.toString();
  }

  private void add(LadderStep step) {
    switch (step.kind()) {
      case REMARK -> out.append(ink.in(FAINT, step.name())).append('\n');
      case EVENT -> {
        head(step);
        out.append(ink.in(FAINT, "    " + step.name())).append('\n');
      }
      case FRONTEND -> message(step, ink.in(CYAN, "──▶   "), CYAN);
      case BACKEND -> message(step, ink.in(GREEN, "   ◀──"), backendColour(step.name()));
    }
    step.rulings().forEach(this::addRuling);
  }

  private static String backendColour(String name) {
    return switch (name) {
      case "ErrorResponse" -> RED;
      case "NoticeResponse" -> YELLOW;
      case "ReadyForQuery" -> BOLD;
      default -> GREEN;
    };
  }

  private void head(LadderStep step) {
    String time =
        step.micros() < 0 ? "" : String.format(Locale.ROOT, "%11.3f ms  ", step.micros() / 1000.0);
    out.append(ink.in(FAINT, time)).append(ink.in(BOLD, step.connection())).append(' ');
  }

  private void message(LadderStep step, String arrow, String colour) {
    head(step);
    out.append(arrow).append(' ').append(ink.in(colour, step.name()));
    int used = (step.micros() < 0 ? 0 : 16) + step.connection().length() + 9 + step.name().length();
    String columns = step.columns();
    if (width > 0 && used + columns.length() > width) {
      columns = columns.substring(0, Math.max(0, width - used - 1)) + "…";
    }
    out.append(columns.isEmpty() ? "" : " " + columns).append('\n');
  }

  private void addMore(LadderStep step, int count) {
    head(step);
    String arrow = step.kind() == LadderStep.Kind.FRONTEND ? "  ⋮   " : "     ⋮";
    out.append(ink.in(FAINT, arrow + " " + count + " more " + step.name())).append('\n');
  }

  private void addRuling(Ruling ruling) {
    boolean grave = ruling.verdict().severity() == Severity.VIOLATION;
    String text = "      ✗ " + ruling.verdict().text();
    out.append(ink.in(grave ? RED : YELLOW, text)).append('\n');
  }
}
