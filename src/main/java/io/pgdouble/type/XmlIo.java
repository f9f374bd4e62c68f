package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import java.nio.charset.StandardCharsets;

/**
 * xml: only what the server writes itself, which declares nothing of its encoding. What a frontend
 * writes would have to be parsed. Server: {@code xml.c}.
 */
final class XmlIo implements TypeIo {
  static final XmlIo INSTANCE = new XmlIo();

  private static ReportedError refused() {
    return ErrorReport.notSimulated("values of type xml").toException();
  }

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    throw refused();
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return (String) value;
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    throw refused();
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return ((String) value).getBytes(StandardCharsets.UTF_8);
  }
}
