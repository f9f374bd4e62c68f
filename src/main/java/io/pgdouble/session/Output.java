package io.pgdouble.session;

import io.pgdouble.engine.EngineSession;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.CopyDecoder;
import io.pgdouble.engine.portal.CopyForm;
import io.pgdouble.engine.portal.CopyReceiver;
import io.pgdouble.engine.portal.RowReceiver;
import io.pgdouble.message.BackendSink;
import io.pgdouble.message.Bind;
import io.pgdouble.message.BodyReader;
import io.pgdouble.message.ClientEncoding;
import io.pgdouble.message.CommandComplete;
import io.pgdouble.message.CopyData;
import io.pgdouble.message.CopyDone;
import io.pgdouble.message.CopyOutResponse;
import io.pgdouble.message.FunctionCall;
import io.pgdouble.message.MalformedMessage;
import io.pgdouble.type.Types;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How values and results of this session cross the wire: formats and the client's encoding. */
final class Output {
  private static final String SELECT = "SELECT";
  private static final short[] ALL_TEXT = {};

  /** Most results have few rows. */
  private static final CommandComplete[] SELECTED = selected();

  private final EngineSession engine;
  private final BackendSink sink;
  private final RowShapes shapes = new RowShapes();
  private final ParameterInput parameters;

  /** Of rows alone, all text: which portal's they are it learns anew each time. */
  private final RowSender texts = new RowSender(ALL_TEXT);

  private String encodingName = "UTF8";
  private ClientEncoding encoding = ClientEncoding.UTF8;

  Output(EngineSession engine, BackendSink sink) {
    this.engine = engine;
    this.sink = sink;
    this.parameters = new ParameterInput(engine);
  }

  private static CommandComplete[] selected() {
    CommandComplete[] all = new CommandComplete[16];
    for (int i = 0; i < all.length; i++) {
      all[i] = new CommandComplete(SELECT + " " + i);
    }
    return all;
  }

  /** Takes over {@code client_encoding}, where it has changed. */
  void followEncoding() {
    String now = engine.clientEncoding();
    if (!now.equals(encodingName)) {
      encoding = Charsets.of(now);
      encodingName = now;
      sink.clientEncoding(encoding);
    }
  }

  /** The body of a message that is read by hand, in the frontend's encoding. */
  BodyReader body(MalformedMessage message) {
    return new BodyReader(message.body(), encoding);
  }

  /** Sends CommandComplete. */
  void complete(Completion completion) {
    followEncoding();
    long rows = completion.rows();
    if (rows >= 0 && rows < SELECTED.length && completion.tag().equals(SELECT)) {
      sink.send(SELECTED[(int) rows]);
    } else {
      sink.send(new CommandComplete(completion.text()));
    }
  }

  /** Sends RowDescription. */
  void describe(List<OutputColumn> columns, short[] formats) {
    sink.send(shapes.of(columns).description(formats));
  }

  /** The values that a Bind brings. */
  Object[] parameters(Bind message, int[] types) {
    return parameters.read(message, types, encoding);
  }

  /**
   * The values that a Bind has brought, for an error's context: what came as text is shown as it
   * came. {@code params.c: BuildParamLogString}.
   *
   * @param most bytes of each; below 0 is all of them
   */
  String shown(Bind message, int[] types, Object[] values, int most) {
    return ParameterText.of(
        values,
        i ->
            ParameterInput.isText(message, i)
                ? encoding.decode(message.values()[i], 0, message.values()[i].length)
                : Types.io(types[i]).output(values[i], engine.execution().types()),
        most);
  }

  /** The values that a FunctionCall brings. */
  Object[] arguments(FunctionCall message, int[] types) {
    return parameters.read(message, types, encoding);
  }

  /** A single value in a format. */
  byte[] value(OutputColumn column, Object value, short format) {
    RowShape shape = new RowShape(List.of(column));
    shape.requireOutput();
    RowShape.Form form = new RowShape.Form(engine.execution().types(), encoding);
    return shape.row(new Object[] {value}, new short[] {format}, form).values()[0];
  }

  /** The values of a Bind of which one cannot be read. */
  void passParameters(BodyReader body, int count, String portal) {
    parameters.pass(body, count, portal);
  }

  /** Rows that a RowDescription goes before, as the simple query protocol has it. */
  RowReceiver described(short[] formats) {
    return new RowSender(formats) {
      @Override
      void announce(RowShape shape) {
        sink.send(shape.description(formats));
      }
    };
  }

  /** Rows alone: the frontend has asked for their description, or does without. */
  RowReceiver undescribed(short[] formats) {
    return formats.length == 0 ? texts : new RowSender(formats);
  }

  /** The format of each column of COPY data: all have the same. */
  static short[] formats(int columns, CopyForm form) {
    short[] formats = new short[columns];
    Arrays.fill(formats, (short) form.ordinal());
    return formats;
  }

  /** Reads COPY data as the frontend wrote them. */
  CopyDecoder copyDecoder() {
    return new EncodedCopy(encoding);
  }

  private class RowSender implements CopyReceiver {
    private final short[] formats;
    private RowShape shape;
    private Optional<ClientEncoding> copied = Optional.empty();

    RowSender(short[] formats) {
      this.formats = formats;
    }

    void announce(RowShape shape) {}

    @Override
    public void start(List<OutputColumn> columns) {
      shape = shapes.of(columns);
      shape.requireOutput();
      announce(shape);
    }

    @Override
    public void row(Object[] values) {
      sink.send(
          shape.row(values, formats, new RowShape.Form(engine.execution().types(), encoding)));
    }

    @Override
    public void copyOut(int columns, CopyForm form) {
      sink.send(new CopyOutResponse((byte) form.ordinal(), formats(columns, form)));
    }

    @Override
    public void copyBytes(byte[] bytes) {
      sink.send(new CopyData(bytes));
    }

    @Override
    public byte[] sent(int type, byte[] bytes) {
      return copied() != ClientEncoding.UTF8 && TextTypes.contains(type)
          ? copied().encode(new String(bytes, StandardCharsets.UTF_8))
          : bytes;
    }

    @Override
    public void copyLine(String line) {
      sink.send(new CopyData(copied().encode(line)));
    }

    private ClientEncoding copied() {
      return copied.orElse(encoding);
    }

    @Override
    public CopyReceiver in(String name) {
      RowSender sender = new RowSender(formats);
      sender.copied = Optional.of(Charsets.of(name));
      return sender;
    }

    @Override
    public void copyDone() {
      sink.send(CopyDone.INSTANCE);
    }
  }
}
