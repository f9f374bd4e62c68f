package io.pgdouble.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
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
import io.pgdouble.wire.ClientHello.Protocols;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads startup packets until one of them asks for a session, and then leaves the pipeline to those
 * who serve it. {@code backend_startup.c: ProcessStartupPacket}.
 */
public final class StartupPacketHandler extends ChannelInboundHandlerAdapter {
  private static final int LENGTH_BYTES = 4;

  /** What TLS begins with, and no packet of a possible length. */
  private static final byte TLS_HANDSHAKE = 0x16;

  private final StartupPacketReader reader;
  private final StartupProfile profile;
  private final StartupListener listener;
  private final byte[] lengthWord = new byte[LENGTH_BYTES];
  private EncryptionRequests requests = EncryptionRequests.NONE_MADE;
  private State state = State.READING_LENGTH;
  private byte[] packet = new byte[0];
  private int filled;

  /** What came along with an SSLRequest, unencrypted, and is found out after the handshake. */
  private Stuffing stuffing = Stuffing.NONE;

  private Optional<Handshake> handshake = Optional.empty();

  private enum Stuffing {
    NONE,
    FOUND
  }

  private enum Beginning {
    ASKED_FOR,
    DIRECT
  }

  /** A handshake that is going on. */
  private record Handshake(TlsOffer offer, TlsDoor door, Beginning beginning) {}

  private enum State {
    READING_LENGTH,
    READING_PACKET,
    ENCRYPTING,
    DONE,
    CLOSED
  }

  public StartupPacketHandler(
      StartupPacketReader reader, StartupProfile profile, StartupListener listener) {
    this.reader = reader;
    this.profile = profile;
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
    if (isDirectTls(bytes)) {
      beginDirectly(context, bytes);
    } else if (state == State.READING_LENGTH) {
      readLength(bytes);
    } else if (fill(packet, bytes)) {
      filled = 0;
      state = State.READING_LENGTH;
      received(context, bytes);
    }
  }

  /** {@code backend_startup.c: ProcessSSLStartup}. */
  private boolean isDirectTls(ByteBuf bytes) {
    return profile.allowsDirectTls()
        && state == State.READING_LENGTH
        && filled == 0
        && requests == EncryptionRequests.NONE_MADE
        && handshake.isEmpty()
        && bytes.getByte(bytes.readerIndex()) == TLS_HANDSHAKE;
  }

  /** Where there is no TLS, nobody is told why nothing comes of it. */
  private void beginDirectly(ChannelHandlerContext context, ByteBuf bytes) {
    Optional<TlsOffer> offer = listener.tls();
    if (offer.isPresent()) {
      encrypt(context, offer.get(), Beginning.DIRECT);
      context.pipeline().fireChannelRead(bytes.readBytes(bytes.readableBytes()));
    } else {
      bytes.skipBytes(bytes.readableBytes());
      listener.onImpossibleLength();
      close(context);
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
      answer(context, rest);
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

  /** {@code backend_startup.c: ProcessStartupPacket}; TLS is not put into TLS. */
  private void answer(ChannelHandlerContext context, ByteBuf rest) {
    Optional<StartupListener.OddAnswer> odd = listener.oddAnswer();
    if (odd.isPresent()) {
      answerOddly(context, odd.get());
      return;
    }
    Optional<TlsOffer> offer = handshake.isPresent() ? Optional.empty() : listener.tls();
    if (offer.isPresent()) {
      listener.onEncryptionAccepted();
      context.writeAndFlush(context.alloc().buffer(1).writeByte('S'));
      encrypt(context, offer.get(), Beginning.ASKED_FOR);
      passOn(context, rest);
    } else {
      requests = requests.tlsRefused();
      answerNo(context);
      requireNothingStuffed(rest, "SSL request");
    }
  }

  private void answerOddly(ChannelHandlerContext context, StartupListener.OddAnswer odd) {
    requests = requests.tlsRefused();
    ChannelFuture sent = context.writeAndFlush(Unpooled.wrappedBuffer(odd.bytes()));
    if (odd.closes().isPresent()) {
      state = State.CLOSED;
      sent.addListener(ChannelFutureListener.CLOSE);
    }
  }

  private void passOn(ChannelHandlerContext context, ByteBuf rest) {
    if (rest.isReadable() && profile == StartupProfile.SINCE_17) {
      handshake.orElseThrow().door().cameAlong(rest.readableBytes());
      context.pipeline().fireChannelRead(rest.readBytes(rest.readableBytes()));
    } else if (rest.isReadable()) {
      stuffing = Stuffing.FOUND;
      rest.skipBytes(rest.readableBytes());
    }
  }

  private void encrypt(ChannelHandlerContext context, TlsOffer offer, Beginning beginning) {
    state = State.ENCRYPTING;
    TlsDoor door = new TlsDoor(profile);
    handshake = Optional.of(new Handshake(offer, door, beginning));
    context.pipeline().addFirst(door, offer.handler(context.alloc()), new TlsEnd());
  }

  private void encrypted(ChannelHandlerContext context) {
    Handshake done = handshake.orElseThrow();
    Optional<ErrorReport> obstacle = listener.onEncrypted(context.pipeline().get(SslHandler.class));
    boolean unnamed = done.beginning() == Beginning.DIRECT && done.door().named() != Protocols.OURS;
    if (obstacle.isPresent()) {
      refuse(context, obstacle.get());
    } else if (unnamed) {
      refuse(
          context,
          violation(
              "received direct SSL connection request without ALPN protocol negotiation"
                  + " extension"));
    } else if (stuffing == Stuffing.FOUND) {
      refuse(context, stuffed("SSL request").toException().located());
    } else {
      state = State.READING_LENGTH;
      requests =
          done.beginning() == Beginning.DIRECT
              ? EncryptionRequests.NONE_MADE
              : EncryptionRequests.SETTLED;
    }
  }

  private void notEncrypted(ChannelHandlerContext context, Throwable cause) {
    if (state == State.ENCRYPTING) {
      state = State.CLOSED;
      listener.onRefused(handshake.orElseThrow().offer().failure(cause));
      closeUnlessTold(context, cause);
    }
  }

  /** Whoever found a bad beginning has more to say of it. */
  private static void closeUnlessTold(ChannelHandlerContext context, Throwable cause) {
    if (!(cause instanceof BadHelloException)) {
      context.close();
    }
  }

  private static ErrorReport violation(String text) {
    return ErrorReport.of(Severity.LOG, SqlState.PROTOCOL_VIOLATION, text);
  }

  private void answerNo(ChannelHandlerContext context) {
    listener.onEncryptionRefused();
    context.writeAndFlush(context.alloc().buffer(1).writeByte('N'));
  }

  /** Bytes that came along with the request may have been put there by somebody in between. */
  private static void requireNothingStuffed(ByteBuf rest, String request) {
    if (rest.isReadable()) {
      throw stuffed(request).toException();
    }
  }

  private static ErrorReport stuffed(String request) {
    return ErrorReport.fatal(
            SqlState.PROTOCOL_VIOLATION, "received unencrypted data after " + request)
        .withDetail(
            "This could be either a client-software bug or evidence of an attempted "
                + "man-in-the-middle attack.");
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
    if (event instanceof SslHandshakeCompletionEvent completion) {
      if (completion.isSuccess() && state == State.ENCRYPTING) {
        encrypted(context);
      } else if (!completion.isSuccess()) {
        notEncrypted(context, completion.cause());
      }
    } else if (event == TlsDoor.Leftover.UNENCRYPTED) {
      listener.onRefused(
          ErrorReport.of(
              Severity.LOG,
              SqlState.INTERNAL_ERROR,
              "buffered unencrypted data remains after negotiating SSL connection"));
    } else if (event == ChannelInputShutdownEvent.INSTANCE) {
      notEncrypted(context, new BadHelloException(TlsDoor.EOF));
      context.close();
    }
  }

  /** A frontend that says nothing at all is nobody's concern; one that stops half way is logged. */
  @Override
  public void channelInactive(ChannelHandlerContext context) {
    boolean inLength = state == State.READING_LENGTH && filled > 0;
    if (inLength || state == State.READING_PACKET) {
      listener.onCutShort(inLength ? filled : LENGTH_BYTES + filled);
    }
    boolean logged = inLength && requests == EncryptionRequests.NONE_MADE;
    if (logged || state == State.READING_PACKET) {
      listener.onRefused(StartupPacketReader.incomplete().report());
    }
    listener.onClosedBeforeStartup();
  }

  /** A handshake tells of its failure by an event, unless it had not begun. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof BadHelloException) {
      notEncrypted(context, cause);
    } else if (state != State.ENCRYPTING) {
      if (cause instanceof IOException && state != State.CLOSED) {
        listener.onBroken(cause);
      }
      context.close();
    }
  }
}
