package io.pgdouble.auth;

import io.pgdouble.password.ScramKeys;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What a frontend may say where it is asked for a password, right or not. */
enum OddAnswer {
  EMPTY(Asked.PASSWORD, p("\0")),
  WITHOUT_END(Asked.PASSWORD, p("secret")),
  TWO(Asked.PASSWORD, p("sec\0ret\0")),
  NOTHING(Asked.PASSWORD, p("")),
  NO_UTF8(Asked.PASSWORD, p("s\u00e9cret\0")),
  QUERY(Asked.PASSWORD, "Q\0\0\0\15select 1\0"),
  TOO_LONG(Asked.PASSWORD, "p\0\1\21\160xxxx"),
  TOO_SHORT(Asked.PASSWORD, "p\0\0\0\3"),
  RIGHT_FOR_SOME(Asked.PASSWORD, p("secret\0")),
  OTHER_MECHANISM(Asked.SASL, initial("SCRAM-SHA-1", "n,,n=,r=abc")),
  CHANNEL_BINDING(Asked.SASL, initial("SCRAM-SHA-256-PLUS", "n,,n=,r=abc")),
  MECHANISM_WITHOUT_END(Asked.SASL, p("SCRAM")),
  LENGTH_TOO_GREAT(Asked.SASL, p("SCRAM-SHA-256\0\0\0\0\62x")),
  LENGTH_TOO_SMALL(Asked.SASL, p("SCRAM-SHA-256\0\0\0\0\1xyz")),
  LENGTH_BELOW_ZERO(Asked.SASL, p("SCRAM-SHA-256\0\377\377\377\376xyz")),
  NO_FIRST_MESSAGE(Asked.SASL, p("SCRAM-SHA-256\0\377\377\377\377"), p("n,,n=,r=abc")),
  FIRST_EMPTY(Asked.SASL, first("")),
  FIRST_ONE_LETTER(Asked.SASL, first("x")),
  FIRST_CUT_AFTER_FLAG(Asked.SASL, first("n")),
  FIRST_CUT_AFTER_COMMA(Asked.SASL, first("n,")),
  FIRST_WITHOUT_BODY(Asked.SASL, first("n,,")),
  FIRST_WITHOUT_COMMA(Asked.SASL, first("nx,")),
  FIRST_WITH_ODD_HEADER(Asked.SASL, first("n,x")),
  FIRST_FOR_ANOTHER(Asked.SASL, first("n,a=joe,n=,r=x")),
  FIRST_THINKS_SERVER_HAS_NO_BINDING(Asked.SASL, first("y,,n=,r=abc")),
  FIRST_WITH_BINDING(Asked.SASL, first("p=tls-server-end-point,,n=,r=x")),
  FIRST_WITH_UNKNOWN_FLAG(Asked.SASL, first("z,,n=,r=abc")),
  FIRST_WITH_EXTENSION(Asked.SASL, first("n,,m=ext,n=,r=x")),
  FIRST_WITHOUT_NAME(Asked.SASL, first("n,,x=,r=x")),
  FIRST_WITHOUT_EQUALS(Asked.SASL, first("n,,n,r=x")),
  FIRST_WITHOUT_NONCE(Asked.SASL, first("n,,n=")),
  FIRST_WITH_SPACE_IN_NONCE(Asked.SASL, first("n,,n=joe,r=a b")),
  FIRST_WITH_HIGH_NONCE(Asked.SASL, first("n,,n=joe,r=a\u00e9")),
  FIRST_WITH_OPTIONAL_EXTENSION(Asked.SASL, first("n,,n=\u00ff,r=abc,x=1")),
  FIRST_WITH_ODD_EXTENSION(Asked.SASL, first("n,,n=,r=abc,1=1")),
  FIRST_WITH_CUT_EXTENSION(Asked.SASL, first("n,,n=,r=abc,x")),
  FIRST_WITH_ZERO(Asked.SASL, first("n,,n=\0,r=x")),
  FIRST_WITH_CONTROL(Asked.SASL, first("\1,,")),
  SASL_QUERY(Asked.SASL, "Q\0\0\0\15select 1\0"),
  SASL_TOO_LONG(Asked.SASL, p("x".repeat(1021))),
  SASL_LONGEST(Asked.SASL, p("x".repeat(1020))),
  SASL_TOO_SHORT(Asked.SASL, "p\0\0\0\3"),
  QUERY_AS_FINAL(Asked.SASL, first("n,,n=,r=abc"), "Q\0\0\0\15select 1\0"),
  FINAL_TOO_LONG(Asked.SASL, first("n,,n=,r=abc"), p("x".repeat(1021))),
  FINAL_RIGHT(Asked.PROOF, "n,,n=,r=abc", "c=biws,r=${nonce},p=${proof}"),
  FINAL_RIGHT_WITH_FLAG(Asked.PROOF, "y,,n=\u00e9,r=abc,z=1", "c=eSws,r=${nonce},p=${proof}"),
  FINAL_WITH_OTHER_FLAG(Asked.PROOF, "y,,n=,r=abc", "c=biws,r=${nonce},p=${proof}"),
  FINAL_WITH_EXTENSIONS(Asked.PROOF, "n,,n=,r=abc", "c=biws,r=${nonce},x=1,y=2,p=${proof}"),
  FINAL_WITH_OTHER_NONCE(Asked.PROOF, "n,,n=,r=abc", "c=biws,r=${nonce}x,p=${proof}"),
  FINAL_WITHOUT_PROOF(Asked.PROOF, "n,,n=,r=abc", "c=biws,r=${nonce}"),
  FINAL_WITH_ODD_PROOF(Asked.PROOF, "n,,n=,r=abc", "c=biws,r=${nonce},p=***"),
  FINAL_WITH_SHORT_PROOF(Asked.PROOF, "n,,n=,r=abc", "c=biws,r=${nonce},p=aaaa"),
  FINAL_WITHOUT_PADDING(Asked.PROOF, "n,,n=,r=abc", "c=biws,r=${nonce},p=${unpadded}"),
  FINAL_WITH_SPACE_IN_PROOF(Asked.PROOF, "n,,n=,r=abc", "c=biws,r=${nonce},p= ${proof}"),
  FINAL_WITH_GARBAGE(Asked.PROOF, "n,,n=,r=abc", "c=biws,r=${nonce},p=${proof},x=1"),
  FINAL_WITH_COMMA(Asked.PROOF, "n,,n=,r=abc", "c=biws,r=${nonce},p=${proof},"),
  FINAL_WITHOUT_BINDING(Asked.PROOF, "n,,n=,r=abc", "r=${nonce}"),
  FINAL_EMPTY(Asked.PROOF, "n,,n=,r=abc", ""),
  FINAL_WITH_ZERO(Asked.PROOF, "n,,n=,r=abc", "c=biws,r=\0"),
  FINAL_WITH_ODD_ATTRIBUTE(Asked.PROOF, "n,,n=,r=abc", "c=biws,r=${nonce},1=2"),
  FINAL_OF_EMPTY_NONCE(Asked.PROOF, "n,,n=,r=", "c=biws,r=${nonce},p=${proof}");

  private static final Charset BYTES = StandardCharsets.ISO_8859_1;
  private static final String TYPED = "s\u00e9cr\u00e8t fi";

  private final Asked asked;
  private final List<String> said;

  /** What the server has asked for; of a proof, the two messages of the mechanism are told. */
  private enum Asked {
    PASSWORD,
    SASL,
    PROOF
  }

  OddAnswer(Asked asked, String... said) {
    this.asked = asked;
    this.said = List.of(said);
  }

  /** A message of bytes, each a character. */
  private static String p(String body) {
    return "p" + number(body.length() + 4) + body;
  }

  private static String number(int number) {
    return new String(ByteBuffer.allocate(4).putInt(number).array(), StandardCharsets.ISO_8859_1);
  }

  private static String initial(String mechanism, String first) {
    return p(mechanism + "\0" + number(first.length()) + first);
  }

  private static String first(String text) {
    return initial("SCRAM-SHA-256", text);
  }

  /** Whom to be: with that secret, with another, without one, and nobody. */
  List<String> users() {
    return asked == Asked.PASSWORD
        ? List.of("password_scram", "password_nosuch", "md5_md5", "md5_nosuch")
        : List.of(
            "scram_sha_256_scram",
            "scram_sha_256_md5",
            "scram_sha_256_expired",
            "scram_sha_256_nosuch");
  }

  /** What a server says to it, each message in a line, without what is another each time. */
  List<String> conversation(int port, String user) {
    List<String> heard = new ArrayList<>();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      String names = "user\0" + user + "\0database\0postgres\0\0";
      send(socket, number(names.length() + 8) + number(196_608) + names);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      Optional<byte[]> last = hear(in, heard);
      for (int i = 0; i < said.size() && last.isPresent(); i++) {
        send(socket, asked == Asked.PROOF ? proven(i, text(last.get())) : said.get(i));
        last = hear(in, heard);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return heard;
  }

  private static void send(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(BYTES));
  }

  private static String text(byte[] body) {
    return new String(body, 4, body.length - 4, BYTES);
  }

  /** The first message as it is, the second with the proof of the password that is typed. */
  private String proven(int message, String serverFirst) {
    if (message == 0) {
      return first(said.get(0));
    }
    String[] parts = serverFirst.split(",");
    String last = said.get(1).replace("${nonce}", parts[0].substring(2));
    int proofAt = last.lastIndexOf(",p=");
    String without = proofAt < 0 ? last : last.substring(0, proofAt);
    String bare = said.get(0).substring(said.get(0).indexOf(",,") + 2);
    byte[] salt = Base64.getDecoder().decode(parts[1].substring(2));
    int iterations = Integer.parseInt(parts[2].substring(2));
    byte[] salted = ScramKeys.salted(TYPED.getBytes(StandardCharsets.UTF_8), salt, iterations);
    byte[] messages = (bare + "," + serverFirst + "," + without).getBytes(BYTES);
    String proof = Base64.getEncoder().encodeToString(ScramKeys.proof(salted, messages));
    return p(last.replace("${proof}", proof).replace("${unpadded}", proof.substring(0, 43)));
  }

  /** What comes until the server waits; the body of its request, if it made one. */
  private static Optional<byte[]> hear(DataInputStream in, List<String> heard) throws IOException {
    Optional<byte[]> request = Optional.empty();
    try {
      while (request.isEmpty() && !heard.contains("Z")) {
        char type = (char) in.readUnsignedByte();
        byte[] body = in.readNBytes(in.readInt() - 4);
        String message = shown(type, body);
        heard.add(message);
        request = Optional.of(body).filter(b -> message.matches("(?s)R(3|5|10|11) .*"));
      }
    } catch (EOFException | SocketException e) {
      heard.add("the end");
    }
    return request;
  }

  private static String shown(char type, byte[] body) {
    return switch (type) {
      case 'E' -> errorFields(body);
      case 'R' -> request(body);
      default -> String.valueOf(type);
    };
  }

  private static String errorFields(byte[] body) {
    return String.join(
        "|",
        Arrays.stream(new String(body, BYTES).split("\0"))
            .filter(field -> !field.isEmpty() && "FLR".indexOf(field.charAt(0)) < 0)
            .toList());
  }

  /** Nonce, salt and signature by their lengths. */
  private static String request(byte[] body) {
    int code = ByteBuffer.wrap(body).getInt();
    String known =
        switch (code) {
          case 10 -> text(body);
          case 11 -> text(body).replaceAll(".*,i=", "i=");
          default -> "";
        };
    return "R" + code + " " + body.length + " " + known;
  }
}
