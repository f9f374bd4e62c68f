package io.pgdouble.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What server a case is about, where it is not the usual one: it is started for this case alone.
 *
 * @param wished empty where nothing is said of it
 * @param settings of its command line
 * @param roles that may log in, without any attribute
 * @param hba lines of its {@code pg_hba.conf}; none where everybody is trusted
 */
public record ServerWish(
    Optional<ServerKind> wished,
    Map<String, String> settings,
    List<String> roles,
    List<String> hba) {

  /** The usual server will do. */
  public static final ServerWish NONE =
      new ServerWish(Optional.empty(), Map.of(), List.of(), List.of());

  boolean isNone() {
    return wished.isEmpty() && settings.isEmpty() && roles.isEmpty() && hba.isEmpty();
  }

  /** What it begins as. */
  public ServerKind kind() {
    return wished.orElse(ServerKind.PRIMARY);
  }

  ServerWish withKind(ServerKind kind) {
    return new ServerWish(Optional.of(kind), settings, roles, hba);
  }

  /** With the settings of a header line, {@code name=value name=value}. */
  ServerWish withSettings(String words) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    for (String word : words.split("\\s+")) {
      String[] parts = word.split("=", 2);
      if (parts.length < 2) {
        throw new CaseSyntaxException("found setting " + word + " (expected: name=value)");
      }
      more.put(parts[0], parts[1]);
    }
    return new ServerWish(wished, more, roles, hba);
  }

  /** With the roles of a header line. */
  ServerWish withRoles(String words) {
    return new ServerWish(wished, settings, Arrays.asList(words.split("\\s+")), hba);
  }

  /** With one more line of {@code pg_hba.conf}. */
  ServerWish withHba(String line) {
    List<String> more = new ArrayList<>(hba);
    more.add(line);
    return new ServerWish(wished, settings, roles, more);
  }

  /** The settings, with the file that holds the lines of {@code pg_hba.conf}, if there are any. */
  public Map<String, String> settingsWith(AuthenticationFile file) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    file.path().ifPresent(path -> all.put("hba_file", path.toString()));
    return all;
  }

  /** The header lines. */
  String text() {
    StringBuilder text = new StringBuilder();
    settings.forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
    if (!settings.isEmpty()) {
      text.replace(0, 1, "settings\t").append('\n');
    }
    if (!roles.isEmpty()) {
      text.append("roles\t").append(String.join(" ", roles)).append('\n');
    }
    hba.forEach(line -> text.append("hba\t").append(line).append('\n'));
    return wished.map(kind -> "server-kind\t" + kind.word() + "\n").orElse("") + text;
  }
}
