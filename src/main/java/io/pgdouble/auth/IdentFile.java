package io.pgdouble.auth;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.settings.ConfigurationFiles;
import io.pgdouble.settings.ServerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a reading of {@code pg_ident.conf} came to: {@code hba.c: load_ident}.
 *
 * @param maps empty if the file is unfit: then those that were read before stay
 * @param reports what the server log is told
 */
public record IdentFile(Optional<IdentMaps> maps, List<ErrorReport> reports) {

  /** Reads the file that the settings name. A server starts without it. */
  public static IdentFile load(
      ConfigurationFiles files, ServerSettings settings, RegularExpressions expressions) {
    AuthFileWords words = AuthFileWords.of(AuthFileWords.Kind.IDENT, settings);
    AuthFileTokenizer tokenizer = new AuthFileTokenizer(files, words);
    Optional<List<AuthLine>> lines = tokenizer.read(words.path(settings));
    IdentParser parser = new IdentParser(expressions, tokenizer.reports());
    List<IdentParser.IdentLine> records = new ArrayList<>();
    boolean fit = lines.isPresent();
    for (AuthLine line : lines.orElse(List.of())) {
      IdentParser.Parsed parsed = parser.parse(line);
      parsed.record().ifPresent(records::add);
      fit &= parsed.record().isPresent();
    }
    return new IdentFile(
        fit ? Optional.of(new IdentMaps(records)) : Optional.empty(),
        List.copyOf(tokenizer.reports()));
  }
}
