package io.pgdouble.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.ErrorResponse;
import java.nio.charset.StandardCharsets;

/** The last a frontend hears of a server that will not serve it. */
public final class FinalWords {
  private FinalWords() {}

  /**
   * The report as the frontend's protocol has it. PostgreSQL speaks to those before version 3 in
   * the form they know: {@code E}, a line of text, a zero byte. {@code elog.c:
   * send_message_to_frontend}.
   *
   * @param protocol the version the frontend asked for, major and minor in 16 bits each; 0 stands
   *     for none known yet, also where a frontend asks for it
   */
  public static ByteBuf of(ByteBufAllocator allocator, ErrorReport report, int protocol) {
    if (protocol != 0 && protocol >>> 16 < 3) {
      String text = "E" + report.severity().word() + ":  " + report.message() + "\n\0";
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return allocator.buffer(bytes.length).writeBytes(bytes);
    }
    BytesWriter out = new BytesWriter();
    out.backend(ErrorResponse.of(report));
    return allocator.buffer(out.length()).writeBytes(out.array(), 0, out.length());
  }
}
