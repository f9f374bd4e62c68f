package io.pgdouble.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The messages of the manual beside the records: {@code messages-of-the-manual.txt} was read off
 * the manual's sections, and each of its lines has a record that announces itself as it says.
 */
class ManualTest {
  private static final Pattern LINE =
      Pattern.compile("(\\S.*?) {2,}(F|B|FB) +(\\S)(?: (\\d+))?(?: = (\\w+))?");

  /** The body of a PasswordMessage whose sender was asked for a password: no name of its own. */
  private static final Set<String> BODIES = Set.of("Password");

  /**
   * A message of the manual.
   *
   * @param senders F, B or both
   * @param code 0 where the byte alone tells
   */
  record Entry(String name, String senders, char type, int code) {}

  static List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (String line : table()) {
      Matcher match = LINE.matcher(line);
      if (!line.startsWith("#") && match.matches()) {
        String name = match.group(5) == null ? match.group(1) : match.group(5);
        int code = match.group(4) == null ? 0 : Integer.parseInt(match.group(4));
        entries.add(new Entry(name, match.group(2), match.group(3).charAt(0), code));
      }
    }
    return entries;
  }

  private static List<String> table() throws IOException {
    try (InputStream in = ManualTest.class.getResourceAsStream("messages-of-the-manual.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void every_line_of_the_table_is_a_message_a_section_or_a_remark() throws IOException {
    assertThat(table())
        .filteredOn(line -> !LINE.matcher(line).matches())
        .allMatch(line -> line.isEmpty() || line.startsWith("#") || line.startsWith("protocol-"));
  }

  @Test
  void every_message_of_the_manual_has_a_record_and_every_record_is_in_the_manual()
      throws IOException {
    Set<String> records =
        AnyMessage.kinds(Message.class).stream()
            .map(Class::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    records.removeAll(BODIES);
    assertThat(entries()).extracting(Entry::name).doesNotHaveDuplicates();
    assertThat(entries()).extracting(Entry::name).containsExactlyInAnyOrderElementsOf(records);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void each_announces_itself_as_the_manual_says(Entry entry) {
    Message message = sample(entry.name());
    if (message instanceof StartupPacket packet && !entry.name().equals("StartupMessage")) {
      assertThat(new BodyReader(MessageBytes.body(packet)).int32()).isEqualTo(entry.code());
    } else if (message instanceof StartupMessage startup) {
      assertThat(startup.major() << 16).isEqualTo(entry.code());
    } else {
      assertThat(announced(message, entry)).containsOnly(entry.type());
    }
    if (message instanceof Authentication authentication) {
      assertThat(authentication.code()).isEqualTo(entry.code());
      assertThat(new BodyReader(MessageBytes.body(message)).int32()).isEqualTo(entry.code());
    }
  }

  private static Message sample(String name) {
    Class<?> kind =
        AnyMessage.kinds(Message.class).stream()
            .filter(each -> each.getSimpleName().equals(name))
            .findFirst()
            .orElseThrow();
    return (Message) AnyMessage.ofKind(kind).sample();
  }

  /** The first byte, from every side that may send it. */
  private static List<Character> announced(Message message, Entry entry) {
    List<Character> bytes = new ArrayList<>();
    if (entry.senders().contains("F") && message instanceof FrontendMessage frontend) {
      bytes.add((char) MessageBytes.ofFrontend(frontend)[0]);
    }
    if (entry.senders().contains("B") && message instanceof BackendMessage backend) {
      bytes.add((char) MessageBytes.ofBackend(backend)[0]);
    }
    if (message instanceof Payload payload) {
      bytes.add(announced(payload));
    }
    assertThat(bytes).hasSize(entry.senders().length());
    return bytes;
  }

  private static char announced(Payload payload) {
    if (payload instanceof AuthenticationResponse response) {
      return (char) MessageBytes.ofFrontend(response.toPasswordMessage())[0];
    }
    if (payload instanceof LogicalPayload logical) {
      return (char) logical.toData()[0];
    }
    CopyData envelope =
        payload instanceof ReplicationPayload replication
            ? replication.toCopyData()
            : ((BaseBackupPayload) payload).toCopyData();
    return (char) envelope.data()[0];
  }
}
