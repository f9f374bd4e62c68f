package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.nio.charset.StandardCharsets;

/** An enum type of a user's. Manual: {@code datatype-enum}; server: {@code enum.c}. */
public record EnumIo(int oid, EnumLabels labels) implements TypeIo {

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    long label =
        labels
            .find(text)
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.INVALID_TEXT_REPRESENTATION,
                        "invalid input value for enum "
                            + TypeName.format(oid)
                            + ": \""
                            + text
                            + "\""));
    environment.userTypes().checkLabel(oid, new EnumLabels.Label(label, text));
    return label;
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return labels.text((Long) value);
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return input(in.restAsText(), typmod, environment);
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return labels.text((Long) value).getBytes(StandardCharsets.UTF_8);
  }
}
