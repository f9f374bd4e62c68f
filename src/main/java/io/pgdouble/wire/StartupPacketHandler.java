package io.pgdouble.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.CancelRequest;
import io.pgdouble.message.EncryptionRequests;
import io.pgdouble.message.GSSENCRequest;
import io.pgdouble.message.SSLRequest;
import io.pgdouble.message.StartupMessage;
import io.pgdouble.message.StartupPacket;
import io.pgdouble.message.StartupPacketReader;
import java.nio.ByteBuffer;

/**
 * Reads startup packets until one of them asks for a session, and then leaves the pipeline to those
 * who serve it. {@code backend_startup.c: ProcessStartupPacket}.
 */
public final class StartupPacketHandler extends ChannelInboundHandlerAdapter {
  private static final int LENGTH_BYTES = 4;

  private final StartupPacketReader reader;
  private final StartupListener listener;
  private final byte[] lengthWord = new byte[LENGTH_BYTES];
  private EncryptionRequests requests = EncryptionRequests.NONE_MADE;
  private State state = State.READING_LENGTH;
  private byte[] packet = new byte[0];
  private int filled;

  private enum State {
    READING_LENGTH,
    READING_PACKET,
    DONE,
    CLOSED
  }

  public StartupPacketHandler(StartupPacketReader reader, StartupListener listener) {
    this.reader = reader;
    this.listener = listener;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object received) {
    ByteBuf bytes = (ByteBuf) received;
    try {
      while (state != State.DONE && state != State.CLOSED && bytes.isReadable()) {
        step(context, bytes);
      }
      if (state == State.DONE) {
        giveWay(context, bytes);
      }
    } catch (ReportedError e) {
      refuse(context, e.located());
    } finally {
      bytes.release();
    }
  }

  private void step(ChannelHandlerContext context, ByteBuf bytes) {
    if (state == State.READING_LENGTH) {
      readLength(bytes);
    } else if (fill(packet, bytes)) {
      filled = 0;
      state = State.READING_LENGTH;
      received(context, bytes);
    }
  }

  /** The length is judged before the rest is waited for, as PostgreSQL does. */
  private void readLength(ByteBuf bytes) {
    if (!fill(lengthWord, bytes)) {
      return;
    }
    int length = Unpooled.wrappedBuffer(lengthWord).readInt() - LENGTH_BYTES;
    if (!StartupPacketReader.isValidLength(length)) {
      listener.onImpossibleLength();
      throw StartupPacketReader.invalidLength();
    }
    filled = 0;
    packet = new byte[length];
    state = State.READING_PACKET;
  }

  private boolean fill(byte[] target, ByteBuf bytes) {
    int count = Math.min(bytes.readableBytes(), target.length - filled);
    bytes.readBytes(target, filled, count);
    filled += count;
    return filled == target.length;
  }

  private void received(ChannelHandlerContext context, ByteBuf rest) {
    listener.onPacket(packet);
    StartupPacket message = reader.read(packet, requests);
    if (message instanceof SSLRequest) {
      requests = requests.tlsRefused();
      answerNo(context);
      requireNothingStuffed(rest, "SSL request");
    } else if (message instanceof GSSENCRequest) {
      requests = requests.gssRefused();
      answerNo(context);
      requireNothingStuffed(rest, "GSSAPI encryption request");
    } else if (message instanceof CancelRequest cancel) {
      listener.onCancel(cancel);
      close(context);
    } else if (message instanceof StartupMessage startup) {
      state = State.DONE;
      listener.onStartup(context, startup);
    }
  }

  private void answerNo(ChannelHandlerContext context) {
    listener.onEncryptionRefused();
    context.writeAndFlush(context.alloc().buffer(1).writeByte('N'));
  }

  /** Bytes that came along with the request may have been put there by somebody in between. */
  private static void requireNothingStuffed(ByteBuf rest, String request) {
    if (rest.isReadable()) {
      throw ErrorReport.fatal(
              SqlState.PROTOCOL_VIOLATION, "received unencrypted data after " + request)
          .withDetail(
              "This could be either a client-software bug or evidence of an attempted "
                  + "man-in-the-middle attack.")
          .toException();
    }
  }

  private void giveWay(ChannelHandlerContext context, ByteBuf rest) {
    if (rest.isReadable()) {
      context.fireChannelRead(rest.retain());
    }
    context.pipeline().remove(this);
  }

  /** A frontend that speaks an older protocol than 3 is told in words it understands. */
  private void refuse(ChannelHandlerContext context, ErrorReport report) {
    listener.onRefused(report);
    if (report.severity() == Severity.LOG) {
      close(context);
      return;
    }
    state = State.CLOSED;
    int protocol = packet.length < 4 ? 0 : ByteBuffer.wrap(packet).getInt();
    ByteBuf words = FinalWords.of(context.alloc(), report, protocol);
    listener.onLastWords(ByteBufUtil.getBytes(words));
    context.writeAndFlush(words).addListener(ChannelFutureListener.CLOSE);
  }

  private void close(ChannelHandlerContext context) {
    state = State.CLOSED;
    context.close();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.fireChannelReadComplete();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      context.close();
    }
  }

  /** A frontend that says nothing at all is nobody's concern; one that stops half way is logged. */
  @Override
  public void channelInactive(ChannelHandlerContext context) {
    boolean halfway = state == State.READING_PACKET || state == State.READING_LENGTH && filled > 0;
    if (halfway) {
      listener.onCutShort(state == State.READING_LENGTH ? filled : LENGTH_BYTES + filled);
    }
    if (halfway && requests == EncryptionRequests.NONE_MADE) {
      listener.onRefused(StartupPacketReader.incomplete().report());
    }
    listener.onClosedBeforeStartup();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
