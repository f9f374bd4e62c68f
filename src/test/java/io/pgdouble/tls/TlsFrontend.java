package io.pgdouble.tls;

import io.pgdouble.password.ScramKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A frontend that may say anything, in TLS or not, and writes down what it hears. */
final class TlsFrontend implements AutoCloseable {
  static final byte[] SSL_REQUEST = packet(80877103, "");
  static final byte[] GSSENC_REQUEST = packet(80877104, "");
  private static final int TIMEOUT_MILLIS = 10_000;

  private final StringBuilder heard = new StringBuilder();
  private Socket socket;
  private boolean deaf;
  private byte[] lastBody = {};

  TlsFrontend(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
  }

  /** How it wants its handshake. */
  record Wishes(
      String version, String cipher, Optional<String> alpn, Optional<TestAuthority.Bearer> own) {
    static final Wishes ANY = new Wishes("", "", Optional.empty(), Optional.empty());

    Wishes version(String word) {
      return new Wishes(word, cipher, alpn, own);
    }

    Wishes cipher(String name) {
      return new Wishes(version, name, alpn, own);
    }

    Wishes alpn(String name) {
      return new Wishes(version, cipher, Optional.of(name), own);
    }

    Wishes certificate(TestAuthority.Bearer bearer) {
      return new Wishes(version, cipher, alpn, Optional.of(bearer));
    }
  }

  static byte[] packet(int code, String rest) {
    byte[] bytes = rest.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(bytes.length + 8)
        .putInt(bytes.length + 8)
        .putInt(code)
        .put(bytes)
        .array();
  }

  static byte[] startup(String user) {
    return packet(3 << 16, "user\0" + user + "\0database\0postgres\0\0");
  }

  /** Whoever does not listen any more is found out when he is listened to. */
  void say(byte[] bytes) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      deaf = true;
    }
  }

  /** Whether the server closed while something was said, so that its last words may be lost. */
  boolean wasCutOff() {
    return deaf;
  }

  void say(String bytes) {
    say(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Reads so many bytes, or the end. */
  void hear(int count) throws IOException {
    heard.append(HexFormat.of().formatHex(socket.getInputStream().readNBytes(count))).append('\n');
  }

  /** Says no more, and reads to the end; whether it was a reset is not told. */
  void hearEnd() {
    try {
      byte[] rest = socket.getInputStream().readAllBytes();
      heard.append(HexFormat.of().formatHex(rest)).append(" end\n");
    } catch (SSLException e) {
      heard.append(e.getMessage()).append('\n');
    } catch (IOException e) {
      heard.append(" end\n");
    }
  }

  /** Shakes hands; whether that went well. */
  boolean encrypt(Wishes wishes) throws IOException {
    try {
      SSLSocket encrypted =
          (SSLSocket) context(wishes).getSocketFactory().createSocket(socket, "127.0.0.1", 1, true);
      encrypted.setSSLParameters(parameters(encrypted, wishes));
      encrypted.startHandshake();
      heard
          .append(encrypted.getSession().getProtocol())
          .append(' ')
          .append(encrypted.getSession().getCipherSuite())
          .append(' ')
          .append(encrypted.getApplicationProtocol())
          .append('\n');
      socket = encrypted;
      return true;
    } catch (SocketException e) {
      deaf = true;
      return false;
    } catch (SSLException e) {
      heard.append(e.getMessage()).append('\n');
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SSLParameters parameters(SSLSocket socket, Wishes wishes) {
    SSLParameters parameters = socket.getSSLParameters();
    if (!wishes.version().isEmpty()) {
      parameters.setProtocols(new String[] {wishes.version()});
    }
    if (!wishes.cipher().isEmpty()) {
      parameters.setCipherSuites(new String[] {wishes.cipher()});
    }
    wishes.alpn().ifPresent(name -> parameters.setApplicationProtocols(name.split(",")));
    return parameters;
  }

  private static SSLContext context(Wishes wishes) throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLS");
    KeyManager[] keys =
        wishes.own().isPresent() ? wishes.own().get().keyManagers().getKeyManagers() : null;
    context.init(keys, new TrustManager[] {new Believer()}, null);
    return context;
  }

  /** Believes every server. */
  private static final class Believer implements X509TrustManager {
    @Override
    public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type) {}

    @Override
    public java.security.cert.X509Certificate[] getAcceptedIssuers() {
      return new java.security.cert.X509Certificate[0];
    }
  }

  /** Reads messages up to ReadyForQuery, which it tells, or the end. */
  boolean hearMessages() {
    try {
      int type = hearMessage();
      while (type >= 0 && type != 'Z') {
        type = hearMessage();
      }
      if (type == 'Z') {
        return true;
      }
      heard.append("end\n");
    } catch (SSLException e) {
      heard.append(e.getMessage()).append('\n');
    } catch (IOException e) {
      heard.append("end\n");
    }
    return false;
  }

  private int hearMessage() throws IOException {
    InputStream in = socket.getInputStream();
    int type = in.read();
    if (type >= 0) {
      int length = ByteBuffer.wrap(in.readNBytes(4)).getInt() - 4;
      lastBody = in.readNBytes(length);
      String body = shown((char) type, lastBody);
      heard.append((char) type).append(' ').append(body).append('\n');
    }
    return type;
  }

  /** Without what differs from server to server. */
  private static String shown(char type, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return switch (type) {
      case 'K', 'S' -> "";
      case 'R' -> text.replaceAll("v=.*", "v=").replace('\0', '.');
      case 'E' -> text.replaceAll("\0[FLR][^\0]*", "").replace('\0', '|');
      default -> text.replace('\0', '.');
    };
  }

  /**
   * Proves by SCRAM that it knows a password.
   *
   * @param header what stands before the client-first-message-bare
   * @param binding what is behind the header in the client-final-message
   */
  void prove(String mechanism, String password, String header, byte[] binding) throws IOException {
    hearMessage();
    String bare = "n=,r=abcdefgh";
    byte[] first = (header + bare).getBytes(StandardCharsets.ISO_8859_1);
    say('p', mechanism + "\0" + number(first.length) + header + bare);
    String serverFirst = lastBody.length < 4 ? "" : hearSecret();
    String[] parts = serverFirst.split(",");
    if (parts.length < 3) {
      heard.append(serverFirst.replace('\0', '|').replaceAll("\\|[FLR][^|]*", "")).append('\n');
      return;
    }
    byte[] bound = header.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = Arrays.copyOf(bound, bound.length + binding.length);
    System.arraycopy(binding, 0, all, bound.length, binding.length);
    String last = "c=" + Base64.getEncoder().encodeToString(all) + "," + parts[0];
    byte[] salted =
        ScramKeys.salted(
            password.getBytes(StandardCharsets.UTF_8),
            Base64.getDecoder().decode(parts[1].substring(2)),
            Integer.parseInt(parts[2].substring(2)));
    byte[] messages = (bare + "," + serverFirst + "," + last).getBytes(StandardCharsets.ISO_8859_1);
    byte[] proof = ScramKeys.proof(salted, messages);
    say('p', last + ",p=" + Base64.getEncoder().encodeToString(proof));
    hearMessages();
  }

  /** The body of the next message, which is another each time. */
  private String hearSecret() throws IOException {
    InputStream in = socket.getInputStream();
    int type = in.read();
    int length = type < 0 ? 0 : ByteBuffer.wrap(in.readNBytes(4)).getInt() - 4;
    byte[] body = in.readNBytes(length);
    return type == 'R'
        ? new String(body, 4, length - 4, StandardCharsets.ISO_8859_1)
        : new String(body, StandardCharsets.ISO_8859_1);
  }

  private static String number(int number) {
    byte[] bytes = ByteBuffer.allocate(4).putInt(number).array();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private void say(char type, String body) {
    say(type + number(body.length() + 4) + body);
  }

  /** The hash of the server's certificate. */
  byte[] endPoint() throws IOException, GeneralSecurityException {
    byte[] shown = ((SSLSocket) socket).getSession().getPeerCertificates()[0].getEncoded();
    return MessageDigest.getInstance("SHA-256").digest(shown);
  }

  void query(String sql) {
    byte[] text = sql.getBytes(StandardCharsets.UTF_8);
    ByteBuffer message = ByteBuffer.allocate(text.length + 6);
    say(message.put((byte) 'Q').putInt(text.length + 5).put(text).put((byte) 0).array());
    hearMessages();
  }

  String heard() {
    return heard.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
