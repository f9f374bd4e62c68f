package io.pgdouble.auth;

import io.pgdouble.auth.HbaParser.Encryption;
import io.pgdouble.auth.HbaParser.Parsed;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.settings.ConfigurationFiles;
import io.pgdouble.settings.ServerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a reading of {@code pg_hba.conf} came to: {@code hba.c: load_hba}.
 *
 * @param rules empty if the file is unfit: then those that were read before stay
 * @param reports what the server log is told
 */
public record HbaFile(Optional<HbaRules> rules, List<ErrorReport> reports) {

  /** Reads the file that the settings name. */
  public static HbaFile load(
      ConfigurationFiles files, ServerSettings settings, RegularExpressions expressions) {
    AuthFileWords words = AuthFileWords.of(AuthFileWords.Kind.HBA, settings);
    String path = words.path(settings);
    AuthFileTokenizer tokenizer = new AuthFileTokenizer(files, words);
    Optional<List<AuthLine>> lines = tokenizer.read(path);
    List<ErrorReport> reports = tokenizer.reports();
    if (lines.isEmpty()) {
      return new HbaFile(Optional.empty(), reports);
    }
    Encryption encryption = settings.bool("ssl") ? Encryption.TLS : Encryption.OFF;
    HbaParser parser = new HbaParser(expressions, encryption, reports);
    List<HbaLine> records = new ArrayList<>();
    boolean fit = true;
    for (AuthLine line : lines.get()) {
      Parsed parsed = parser.parse(line);
      parsed.record().ifPresent(records::add);
      fit &= parsed.record().isPresent();
    }
    if (fit && records.isEmpty()) {
      reports.add(
          ErrorReport.of(
              Severity.LOG,
              SqlState.CONFIG_FILE_ERROR,
              "configuration file \"" + path + "\" contains no entries"));
      fit = false;
    }
    return new HbaFile(
        fit ? Optional.of(new HbaRules(records)) : Optional.empty(), List.copyOf(reports));
  }
}
