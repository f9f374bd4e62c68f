package io.pgdouble.session;

import io.pgdouble.engine.EngineSession;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.Bind;
import io.pgdouble.message.BodyReader;
import io.pgdouble.message.ClientEncoding;
import io.pgdouble.message.FunctionCall;
import io.pgdouble.type.BinaryReader;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.Types;
import java.nio.charset.StandardCharsets;

/** The parameters of a Bind become values ({@code exec_bind_message}). */
final class ParameterInput {
  private static final Object[] NONE = {};
  private static final short TEXT = 0;
  private static final short BINARY = 1;

  private final EngineSession engine;

  /** The value being read, once it is known as a text: an error's context shows it. */
  private String known;

  ParameterInput(EngineSession engine) {
    this.engine = engine;
  }

  /**
   * @throws ReportedError as the types' input functions report, with the parameter's number in its
   *     context
   */
  Object[] read(Bind message, int[] types, ClientEncoding encoding) {
    byte[][] raw = message.values();
    if (raw.length == 0) {
      return NONE;
    }
    Object[] values = new Object[raw.length];
    for (int i = 0; i < raw.length; i++) {
      short format = format(message.parameterFormats(), i);
      Parameter parameter = new Parameter(i + 1, raw[i], types[i], format, "bind parameter");
      known = null;
      try {
        values[i] = value(parameter, encoding);
      } catch (ReportedError e) {
        throw inContext(e, message.portal(), parameter.number());
      }
    }
    return values;
  }

  /** The arguments of a FunctionCall ({@code fastpath.c: parse_fcall_arguments}). */
  Object[] read(FunctionCall message, int[] types, ClientEncoding encoding) {
    Object[] values = new Object[types.length];
    for (int i = 0; i < values.length; i++) {
      short format = format(message.argumentFormats(), i);
      byte[] bytes = message.arguments()[i];
      values[i] =
          value(new Parameter(i + 1, bytes, types[i], format, "function argument"), encoding);
    }
    return values;
  }

  /** Reads over the values of a body in which one of them cannot be read. */
  void pass(BodyReader body, int count, String portal) {
    known = null;
    for (int number = 1; number <= count; number++) {
      try {
        body.counted();
      } catch (ReportedError e) {
        throw inContext(e, portal, number);
      }
    }
  }

  private record Parameter(int number, byte[] bytes, int type, short format, String words) {}

  private static short format(short[] formats, int index) {
    return switch (formats.length) {
      case 0 -> TEXT;
      case 1 -> formats[0];
      default -> formats[index];
    };
  }

  private Object value(Parameter parameter, ClientEncoding encoding) {
    TypeEnvironment environment = engine.execution().types();
    if (parameter.format() == TEXT) {
      if (parameter.bytes() == null) {
        return absent(parameter.type(), environment);
      }
      known = decoded(parameter.bytes(), encoding);
      return Types.io(parameter.type()).input(known, -1, environment);
    }
    if (parameter.format() == BINARY) {
      return parameter.bytes() == null
          ? absent(parameter.type(), environment)
          : received(parameter, encoding, environment);
    }
    throw new ReportedError(
        SqlState.INVALID_PARAMETER_VALUE, "unsupported format code: " + parameter.format());
  }

  /** Input functions are asked for NULL, too, and {@code domain_in} has something to say. */
  private Object absent(int type, TypeEnvironment environment) {
    engine.catalog().type(type);
    environment.userTypes().checkIfDomain(type, null);
    return null;
  }

  private static Object received(
      Parameter parameter, ClientEncoding encoding, TypeEnvironment environment) {
    byte[] bytes = parameter.bytes();
    if (encoding != ClientEncoding.UTF8 && TextTypes.contains(parameter.type())) {
      bytes = decoded(bytes, encoding).getBytes(StandardCharsets.UTF_8);
    }
    BinaryReader reader = new BinaryReader(bytes);
    Object value = Types.io(parameter.type()).receive(reader, -1, environment);
    if (reader.remaining() > 0) {
      throw new ReportedError(
          SqlState.INVALID_BINARY_REPRESENTATION,
          "incorrect binary data format in " + parameter.words() + " " + parameter.number());
    }
    return value;
  }

  private static String decoded(byte[] bytes, ClientEncoding encoding) {
    int zero = 0;
    while (zero < bytes.length && bytes[zero] != 0) {
      zero++;
    }
    if (zero < bytes.length && isSound(bytes, zero, encoding)) {
      throw new ReportedError(
          SqlState.CHARACTER_NOT_IN_REPERTOIRE,
          "invalid byte sequence for encoding \"" + encoding.name() + "\": 0x00");
    }
    return encoding.decode(bytes, 0, bytes.length);
  }

  /** Whether the first thing wrong is the zero byte there, and nothing before it. */
  private static boolean isSound(byte[] bytes, int end, ClientEncoding encoding) {
    try {
      encoding.decode(bytes, 0, end);
      return true;
    } catch (ReportedError e) {
      return false;
    }
  }

  /**
   * {@code bind_param_error_callback}. The value itself is shown only as far as {@code
   * log_parameter_max_length_on_error} lets it, which is not at all unless it was set.
   */
  private ReportedError inContext(ReportedError error, String portal, int number) {
    String place = PortalContext.named(portal) + " parameter $" + number;
    return PortalContext.around(error.located(), place + (known == null ? "" : " = " + shown()))
        .toException();
  }

  private String shown() {
    int most = engine.settings().integer("log_parameter_max_length_on_error");
    return ParameterText.quoted(known, most);
  }

  /** Whether a value came as text. */
  static boolean isText(Bind message, int index) {
    return format(message.parameterFormats(), index) == TEXT;
  }
}
