package io.pgdouble.message;

/**
 * The readable form of messages: one line, in the columns of libpq's {@code PQtrace} without its
 * time stamp: direction, length, name, fields. {@code fe-trace.c: pqTraceOutputMessage}.
 */
public final class MessageText {
  private MessageText() {}

  /** A line such as {@code F 13 Query "SELECT 1"}, with tabs between the columns. */
  public static String frontend(FrontendMessage message, TextForm form) {
    return line('F', message, form);
  }

  /** A line such as {@code B 5 ReadyForQuery I}, with tabs between the columns. */
  public static String backend(BackendMessage message, TextForm form) {
    return line('B', message, form);
  }

  /** A line such as {@code F 8 SSLRequest 1234 5679}, with tabs between the columns. */
  public static String startup(StartupPacket packet, TextForm form) {
    return line('F', packet, form);
  }

  private static String line(char direction, Message message, TextForm form) {
    StringBuilder line = new StringBuilder();
    line.append(direction).append('\t');
    boolean varies = message instanceof ErrorResponse || message instanceof NoticeResponse;
    if (varies && form == TextForm.REGRESS) {
      line.append("NN");
    } else {
      line.append(MessageBytes.body(message).length + 4);
    }
    line.append('\t').append(name(message));
    int nameEnd = line.length();
    message.write(new TextWriter(line, form));
    if (line.length() > nameEnd) {
      line.insert(nameEnd, '\t');
    }
    return line.toString();
  }

  /** Name and fields, for {@code toString}. */
  static String fields(Message message) {
    StringBuilder text = new StringBuilder(name(message));
    message.write(new TextWriter(text, TextForm.FULL));
    return text.toString();
  }

  /** The manual's name of the message. */
  public static String name(Message message) {
    return message.getClass().getSimpleName();
  }
}
