package io.pgdouble.auth;

import io.pgdouble.auth.HbaLine.ConnectionType;
import io.pgdouble.auth.HbaParser.Encryption;
import io.pgdouble.auth.HbaParser.Parsed;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.settings.ConfigurationFiles;
import io.pgdouble.settings.ServerSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Authentication files as their views show them: {@code hbafuncs.c}. Values by column; a column
 * that is not there is null.
 */
public final class AuthFileRows {
  private static final List<String> OPTIONS =
      List.of(
          "map",
          "clientcert",
          "radiusservers",
          "radiussecrets",
          "radiusidentifiers",
          "radiusports");

  private AuthFileRows() {}

  /**
   * The rows of {@code pg_hba_file_rules}.
   *
   * @throws io.pgdouble.error.ReportedError if there is no such file
   */
  public static List<Map<String, Object>> hba(
      ConfigurationFiles files, ServerSettings settings, RegularExpressions expressions) {
    Encryption encryption = settings.bool("ssl") ? Encryption.TLS : Encryption.OFF;
    HbaParser parser = new HbaParser(expressions, encryption, new ArrayList<>());
    List<Map<String, Object>> rows = new ArrayList<>();
    int number = 0;
    for (AuthLine line : lines(files, settings, AuthFileWords.Kind.HBA)) {
      Parsed parsed = parser.parse(line);
      Map<String, Object> row = row(line, parsed.error());
      if (parsed.error().isEmpty()) {
        row.put("rule_number", ++number);
      }
      parsed.record().ifPresent(record -> describe(record, row));
      rows.add(row);
    }
    return rows;
  }

  /**
   * The rows of {@code pg_ident_file_mappings}.
   *
   * @throws io.pgdouble.error.ReportedError if there is no such file
   */
  public static List<Map<String, Object>> ident(
      ConfigurationFiles files, ServerSettings settings, RegularExpressions expressions) {
    IdentParser parser = new IdentParser(expressions, new ArrayList<>());
    List<Map<String, Object>> rows = new ArrayList<>();
    int number = 0;
    for (AuthLine line : lines(files, settings, AuthFileWords.Kind.IDENT)) {
      IdentParser.Parsed parsed = parser.parse(line);
      Map<String, Object> row = row(line, parsed.error());
      if (parsed.error().isEmpty()) {
        row.put("map_number", ++number);
      }
      parsed
          .record()
          .ifPresent(
              record -> {
                row.put("map_name", record.map());
                row.put("sys_name", record.systemUser().string());
                row.put("pg_username", record.user().string());
              });
      rows.add(row);
    }
    return rows;
  }

  private static List<AuthLine> lines(
      ConfigurationFiles files, ServerSettings settings, AuthFileWords.Kind kind) {
    AuthFileWords words = AuthFileWords.of(kind, settings);
    AuthFileTokenizer tokenizer = new AuthFileTokenizer(files, words);
    Optional<List<AuthLine>> lines = tokenizer.read(words.path(settings));
    return lines.orElseThrow(
        () -> {
          ErrorReport report = tokenizer.reports().get(0);
          return report.withSeverity(Severity.ERROR).toException();
        });
  }

  private static Map<String, Object> row(AuthLine line, Optional<String> error) {
    Map<String, Object> row = new HashMap<>();
    row.put("file_name", line.place().file());
    row.put("line_number", line.place().line());
    error.ifPresent(text -> row.put("error", text));
    return row;
  }

  private static void describe(HbaLine record, Map<String, Object> row) {
    row.put("type", record.type().word());
    row.put("database", texts(record.databases()));
    row.put("user_name", texts(record.roles()));
    if (record.type() != ConnectionType.LOCAL) {
      address(record.address(), row);
    }
    row.put("auth_method", record.method().word());
    List<String> options =
        OPTIONS.stream()
            .filter(record.options()::containsKey)
            .map(name -> name + "=" + record.options().get(name))
            .toList();
    if (!options.isEmpty()) {
      row.put("options", options);
    }
  }

  private static List<String> texts(List<AuthToken> tokens) {
    return tokens.stream().map(AuthToken::string).toList();
  }

  private static void address(HbaAddress address, Map<String, Object> row) {
    if (address instanceof HbaAddress.Range range) {
      row.put("address", range.address().toString());
      row.put("netmask", range.mask().toString());
    } else if (address instanceof HbaAddress.HostName host) {
      row.put("address", host.name());
    } else if (address instanceof HbaAddress.SameHost) {
      row.put("address", "samehost");
    } else if (address instanceof HbaAddress.SameNet) {
      row.put("address", "samenet");
    } else {
      row.put("address", "all");
    }
  }
}
