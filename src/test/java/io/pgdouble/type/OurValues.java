package io.pgdouble.type;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.type.ReferenceValues.Answer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What this room makes of a value, in the form the reference's answer has. */
final class OurValues {
  private OurValues() {}

  static Answer ask(int oid, String text, TypeEnvironment environment) {
    try {
      return answer(oid, Types.io(oid).input(text, -1, environment), environment);
    } catch (ReportedError error) {
      return answer(error.report());
    }
  }

  static Answer askBinary(int oid, byte[] body, TypeEnvironment environment) {
    try {
      BinaryReader in = new BinaryReader(body);
      Object value = Types.io(oid).receive(in, -1, environment);
      if (in.remaining() > 0) {
        throw TypeErrors.invalidBinary("incorrect binary data format in bind parameter 1");
      }
      return answer(oid, value, environment);
    } catch (ReportedError error) {
      return answer(error.report());
    }
  }

  /** Both forms, having checked that the binary one reads back as the same value. */
  private static Answer answer(int oid, Object value, TypeEnvironment environment) {
    TypeIo io = Types.io(oid);
    String text = io.output(value, environment);
    byte[] binary = io.send(value, environment);
    String bytes = new String(io.outputBytes(value, environment), StandardCharsets.UTF_8);
    if (!bytes.equals(text)) {
      throw new AssertionError("two texts: " + text + " and " + bytes);
    }
    if (text.isEmpty()) {
      // An empty vector is the one value whose own form the server would not read back.
      return new Answer(text, HexFormat.of().formatHex(binary), "", null, null, null, null);
    }
    Object again = io.receive(new BinaryReader(binary), -1, environment);
    if (!io.output(again, environment).equals(text)) {
      throw new AssertionError("does not read back: " + text);
    }
    return new Answer(text, HexFormat.of().formatHex(binary), "", null, null, null, null);
  }

  private static Answer answer(ErrorReport report) {
    return new Answer(
        "",
        "",
        report.code(),
        report.message(),
        report.field(ErrorField.DETAIL).orElse(null),
        report.field(ErrorField.HINT).orElse(null),
        report.field(ErrorField.WHERE).orElse(null));
  }
}
