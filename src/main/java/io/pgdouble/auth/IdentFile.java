package io.pgdouble.auth;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.settings.ConfigurationFiles;
import io.pgdouble.settings.ServerSettings;
import java.util.List;
import java.util.Optional;

/** A reading of {@code pg_ident.conf}: {@code hba.c: load_ident}. */
public final class IdentFile {
  private IdentFile() {}

  /**
   * What the server log is told of the file that the settings name. No method that would need it is
   * simulated yet, and a server starts without it.
   */
  public static List<ErrorReport> check(
      ConfigurationFiles files, ServerSettings settings, RegularExpressions expressions) {
    AuthFileWords words = AuthFileWords.of(AuthFileWords.Kind.IDENT, settings);
    AuthFileTokenizer tokenizer = new AuthFileTokenizer(files, words);
    Optional<List<AuthLine>> lines = tokenizer.read(words.path(settings));
    IdentParser parser = new IdentParser(expressions, tokenizer.reports());
    lines.orElse(List.of()).forEach(parser::parse);
    return List.copyOf(tokenizer.reports());
  }
}
