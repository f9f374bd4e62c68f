package io.pgdouble.trace;

import static io.pgdouble.trace.Atom.BYTE1;
import static io.pgdouble.trace.Atom.FIELDS;
import static io.pgdouble.trace.Atom.INT16;
import static io.pgdouble.trace.Atom.INT32;
import static io.pgdouble.trace.Atom.KEY;
import static io.pgdouble.trace.Atom.OID;
import static io.pgdouble.trace.Atom.PARAMETER;
import static io.pgdouble.trace.Atom.PID;
import static io.pgdouble.trace.Atom.PORTAL;
import static io.pgdouble.trace.Atom.REST;
import static io.pgdouble.trace.Atom.STATEMENT;
import static io.pgdouble.trace.Atom.STATEMENT_OR_PORTAL;
import static io.pgdouble.trace.Atom.STRING;
import static io.pgdouble.trace.Atom.STRINGS;
import static io.pgdouble.trace.Atom.VALUE;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Every message: its name, its type code and what its body is made of. A table.
 *
 * <p>Source: protocol-message-formats; the order of columns is that of {@code fe-trace.c}.
 */
public enum MessageLayout {
  NOTIFICATION_RESPONSE(Direction.BACKEND, 'A', "NotificationResponse", PID, STRING, STRING),
  AUTHENTICATION(Direction.BACKEND, 'R', "Authentication", INT32, REST),
  BACKEND_KEY_DATA(Direction.BACKEND, 'K', "BackendKeyData", PID, KEY),
  BIND_COMPLETE(Direction.BACKEND, '2', "BindComplete"),
  CLOSE_COMPLETE(Direction.BACKEND, '3', "CloseComplete"),
  COMMAND_COMPLETE(Direction.BACKEND, 'C', "CommandComplete", STRING),
  BACKEND_COPY_DATA(Direction.BACKEND, 'd', "CopyData", REST),
  BACKEND_COPY_DONE(Direction.BACKEND, 'c', "CopyDone"),
  COPY_IN_RESPONSE(Direction.BACKEND, 'G', "CopyInResponse", BYTE1, ListColumn.of(INT16)),
  COPY_OUT_RESPONSE(Direction.BACKEND, 'H', "CopyOutResponse", BYTE1, ListColumn.of(INT16)),
  COPY_BOTH_RESPONSE(Direction.BACKEND, 'W', "CopyBothResponse", BYTE1, ListColumn.of(INT16)),
  DATA_ROW(Direction.BACKEND, 'D', "DataRow", ListColumn.of(VALUE)),
  EMPTY_QUERY_RESPONSE(Direction.BACKEND, 'I', "EmptyQueryResponse"),
  ERROR_RESPONSE(Direction.BACKEND, 'E', "ErrorResponse", FIELDS),
  FUNCTION_CALL_RESPONSE(Direction.BACKEND, 'V', "FunctionCallResponse", VALUE),
  NEGOTIATE_PROTOCOL_VERSION(
      Direction.BACKEND, 'v', "NegotiateProtocolVersion", INT32, ListColumn.ofLong(STRING)),
  NO_DATA(Direction.BACKEND, 'n', "NoData"),
  NOTICE_RESPONSE(Direction.BACKEND, 'N', "NoticeResponse", FIELDS),
  PARAMETER_DESCRIPTION(Direction.BACKEND, 't', "ParameterDescription", ListColumn.of(OID)),
  PARAMETER_STATUS(Direction.BACKEND, 'S', "ParameterStatus", PARAMETER),
  PARSE_COMPLETE(Direction.BACKEND, '1', "ParseComplete"),
  PORTAL_SUSPENDED(Direction.BACKEND, 's', "PortalSuspended"),
  READY_FOR_QUERY(Direction.BACKEND, 'Z', "ReadyForQuery", BYTE1),
  ROW_DESCRIPTION(
      Direction.BACKEND,
      'T',
      "RowDescription",
      ListColumn.of(STRING, OID, INT16, OID, INT16, INT32, INT16)),

  BIND(
      Direction.FRONTEND,
      'B',
      "Bind",
      PORTAL,
      STATEMENT,
      ListColumn.of(INT16),
      ListColumn.of(VALUE),
      ListColumn.of(INT16)),
  CLOSE(Direction.FRONTEND, 'C', "Close", STATEMENT_OR_PORTAL),
  COPY_DATA(Direction.FRONTEND, 'd', "CopyData", REST),
  COPY_DONE(Direction.FRONTEND, 'c', "CopyDone"),
  COPY_FAIL(Direction.FRONTEND, 'f', "CopyFail", STRING),
  DESCRIBE(Direction.FRONTEND, 'D', "Describe", STATEMENT_OR_PORTAL),
  EXECUTE(Direction.FRONTEND, 'E', "Execute", PORTAL, INT32),
  FLUSH(Direction.FRONTEND, 'H', "Flush"),
  FUNCTION_CALL(
      Direction.FRONTEND,
      'F',
      "FunctionCall",
      OID,
      ListColumn.of(INT16),
      ListColumn.of(VALUE),
      INT16),
  PARSE(Direction.FRONTEND, 'P', "Parse", STATEMENT, STRING, ListColumn.of(OID)),
  PASSWORD_MESSAGE(Direction.FRONTEND, 'p', "PasswordMessage", REST),
  QUERY(Direction.FRONTEND, 'Q', "Query", STRING),
  SYNC(Direction.FRONTEND, 'S', "Sync"),
  TERMINATE(Direction.FRONTEND, 'X', "Terminate"),

  SSL_REQUEST(Direction.FRONTEND, '\0', "SSLRequest", INT16, INT16),
  GSSENC_REQUEST(Direction.FRONTEND, '\0', "GSSENCRequest", INT16, INT16),
  CANCEL_REQUEST(Direction.FRONTEND, '\0', "CancelRequest", INT16, INT16, PID, KEY),
  STARTUP_MESSAGE(Direction.FRONTEND, '\0', "StartupMessage", INT16, INT16, STRINGS);

  private final Direction direction;
  private final byte type;
  private final String title;
  private final List<Column> columns;

  MessageLayout(Direction direction, char type, String title, Column... columns) {
    this.direction = direction;
    this.type = (byte) type;
    this.title = title;
    this.columns = List.of(columns);
  }

  public Direction direction() {
    return direction;
  }

  /** The type code; zero for what a frontend sends first, which has none. */
  public byte type() {
    return type;
  }

  /** The name in the manual. */
  public String title() {
    return title;
  }

  /** The layout of a message with this type code. */
  public static Optional<MessageLayout> of(Direction direction, byte type) {
    for (MessageLayout layout : values()) {
      if (layout.direction == direction && layout.type == type && type != 0) {
        return Optional.of(layout);
      }
    }
    return Optional.empty();
  }

  /** The layout of the message with this name. */
  public static Optional<MessageLayout> named(Direction direction, String title) {
    for (MessageLayout layout : values()) {
      if (layout.direction == direction && layout.title.equals(title)) {
        return Optional.of(layout);
      }
    }
    return Optional.empty();
  }

  /**
   * The columns of a body, or empty if the body does not fit this layout to its last byte.
   *
   * @param body without type and length
   */
  Optional<ColumnWriter> print(byte[] body, Notation notation) {
    BodyCursor cursor = new BodyCursor(body);
    ColumnWriter out = new ColumnWriter(notation);
    try {
      columns.forEach(column -> column.print(cursor, out));
    } catch (BodyCursor.MalformedBodyException e) {
      return Optional.empty();
    }
    return cursor.remaining() == 0 ? Optional.of(out) : Optional.empty();
  }

  /**
   * The body that is written as these columns.
   *
   * @throws TraceSyntaxException if columns are missing, left over or of the wrong kind
   */
  public byte[] scan(String text, Symbols symbols) {
    ColumnReader in = new ColumnReader(text, symbols);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    columns.forEach(column -> column.scan(in, body));
    if (!in.atEnd()) {
      throw new TraceSyntaxException(title + " ends before " + in.word() + " in: " + text);
    }
    return body.toByteArray();
  }

  /** The whole message, with type and length, that is written as these columns. */
  public byte[] encode(String text, Symbols symbols) {
    byte[] body = scan(text, symbols);
    ByteArrayOutputStream message = new ByteArrayOutputStream(body.length + 5);
    if (type != 0) {
      message.write(type);
    }
    Column.writeInt(message, 32, body.length + 4L);
    message.writeBytes(body);
    return message.toByteArray();
  }
}
