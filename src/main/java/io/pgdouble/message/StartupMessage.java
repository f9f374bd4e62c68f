package io.pgdouble.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks for a session.
 *
 * <p>Manual: {@code message-formats § StartupMessage}.
 *
 * @param major of the protocol version
 * @param minor of the protocol version
 * @param parameters in wire order; a name may occur twice
 */
public record StartupMessage(int major, int minor, List<Parameter> parameters)
    implements StartupPacket {
  public StartupMessage {
    parameters = List.copyOf(parameters);
  }

  /** A name and its value. */
  public record Parameter(String name, String value) {}

  /** The last value given for a name, as PostgreSQL takes it. */
  public Optional<String> parameter(String name) {
    Optional<String> found = Optional.empty();
    for (Parameter parameter : parameters) {
      if (parameter.name.equals(name)) {
        found = Optional.of(parameter.value);
      }
    }
    return found;
  }

  /** A message of that version with names and values in turn. */
  public static StartupMessage of(int major, int minor, String... namesAndValues) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      parameters.add(new Parameter(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new StartupMessage(major, minor, parameters);
  }

  @Override
  public void write(BodyWriter out) {
    out.int16(major);
    out.int16(minor);
    for (Parameter parameter : parameters) {
      out.string(parameter.name);
      out.string(parameter.value);
    }
    out.byte1(0);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
