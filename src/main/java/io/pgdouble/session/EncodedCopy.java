package io.pgdouble.session;

import io.pgdouble.engine.portal.CopyDecoder;
import io.pgdouble.message.ClientEncoding;
import java.nio.charset.StandardCharsets;

/** Reads COPY data in an encoding. */
record EncodedCopy(ClientEncoding encoding) implements CopyDecoder {
  @Override
  public String decode(byte[] line) {
    return encoding.decode(line, 0, line.length);
  }

  @Override
  public byte[] received(int type, byte[] bytes) {
    return encoding != ClientEncoding.UTF8 && TextTypes.contains(type)
        ? decode(bytes).getBytes(StandardCharsets.UTF_8)
        : bytes;
  }

  @Override
  public CopyDecoder in(String name) {
    return new EncodedCopy(Charsets.of(name));
  }
}
