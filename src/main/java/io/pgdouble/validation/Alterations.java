package io.pgdouble.validation;

import static io.pgdouble.validation.Alteration.prefix;
import static io.pgdouble.validation.Alteration.replace;
import static io.pgdouble.validation.Alteration.set;

import java.util.ArrayList;
import java.util.List;

/** What one message may say otherwise so that it is wrong. A table. */
final class Alterations {
  private final List<Alteration> all = new ArrayList<>();

  private Alterations() {}

  static List<Alteration> all() {
    Alterations table = new Alterations();
    table.status();
    table.results();
    table.descriptions();
    table.errors();
    table.startup();
    table.frontend();
    return table.all;
  }

  /** A message, by its name and a text that stands in its columns. */
  private final class Original {
    private final String side;
    private final String message;
    private final String before;

    Original(String side, String message, String before) {
      this.side = side;
      this.message = message;
      this.before = before;
    }

    void says(String words, Alteration.Edit edit, Rule rule) {
      all.add(new Alteration(words, side, message, before, edit, rule));
    }
  }

  private Original backend(String message, String before) {
    return new Original("backend", message, before);
  }

  private Original frontend(String message, String before) {
    return new Original("frontend", message, before);
  }

  private void status() {
    backend("ReadyForQuery", "I").says("I becomes T", set(0, 'T'), Rule.STATUS_FOLLOWS);
    backend("ReadyForQuery", "I").says("I becomes E", set(0, 'E'), Rule.STATUS_FOLLOWS);
    backend("ReadyForQuery", "T").says("T becomes I", set(0, 'I'), Rule.STATUS_FOLLOWS);
    backend("ReadyForQuery", "T").says("T becomes E", set(0, 'E'), Rule.STATUS_FOLLOWS);
    backend("ReadyForQuery", "E").says("E becomes T", set(0, 'T'), Rule.STATUS_FOLLOWS);
    backend("ReadyForQuery", "I").says("I becomes Q", set(0, 'Q'), Rule.STATUS_IS_KNOWN);
    backend("ReadyForQuery", "I").says("without its status", prefix(0), Rule.BODY_FITS);
    backend("CommandComplete", "COMMIT")
        .says("COMMIT becomes BEGIN", replace("COMMIT", "BEGIN"), Rule.STATUS_FOLLOWS);
    backend("CommandComplete", "SAVEPOINT")
        .says("SAVEPOINT becomes COMMIT", replace("SAVEPOINT", "COMMIT"), Rule.STATUS_FOLLOWS);
    backend("CommandComplete", "ROLLBACK")
        .says(
            "ROLLBACK becomes SELECT", replace("ROLLBACK", "SELECT"), Rule.FAILED_BLOCK_ENDS_ONLY);
  }

  private void results() {
    backend("CommandComplete", "SELECT 3")
        .says("one row more", replace("3", "4"), Rule.TAG_COUNTS_ROWS);
    backend("CommandComplete", "UPDATE 2")
        .says("one row less", replace("2", "1"), Rule.TAG_COUNTS_ROWS);
    backend("CommandComplete", "INSERT 0 2")
        .says("no count", replace(" 0 2", ""), Rule.TAG_IS_A_COMMAND);
    backend("CommandComplete", "SET")
        .says("in small letters", replace("SET", "set"), Rule.TAG_IS_A_COMMAND);
    backend("CommandComplete", "COMMIT")
        .says("an empty tag", replace("COMMIT", ""), Rule.TAG_IS_A_COMMAND);
    backend("DataRow", "2 1 '1'")
        .says(
            "one column less",
            body -> Alteration.set(1, 1).of(prefix(7).of(body)),
            Rule.ROW_AS_DESCRIBED);
    backend("DataRow", "2 1 '1'").says("a column more than there is", set(1, 3), Rule.BODY_FITS);
    backend("DataRow", "2 1 '1'").says("a value longer than the row", set(5, 99), Rule.BODY_FITS);
    backend("DataRow", "2 1 '1'")
        .says(
            "a length of -2",
            body -> set(2, 0xff).of(set(3, 0xff).of(set(4, 0xff).of(set(5, 0xfe).of(body)))),
            Rule.BODY_FITS);
  }

  private void descriptions() {
    backend("RowDescription", "twice")
        .says("a column more than there is", set(1, 3), Rule.BODY_FITS);
    backend("RowDescription", "twice").says("format 2", set(-1, 2), Rule.FORMAT_IS_KNOWN);
    backend("RowDescription", "\"n\" 0 0 23 4 -1 0 \"n\" 0 0 25")
        .says("binary, of a statement", set(-1, 1), Rule.FORMATS_AS_BOUND);
    backend("RowDescription", "1 \"a\" 0 1 23 4 -1 1")
        .says("text, of a portal bound binary", set(-1, 0), Rule.FORMATS_AS_BOUND);
    backend("ParameterDescription", "1 23")
        .says(
            "a parameter more",
            body -> {
              byte[] longer = java.util.Arrays.copyOf(body, body.length + 4);
              longer[1] = 2;
              return longer;
            },
            Rule.PARAMETERS_AS_DESCRIBED);
    backend("CopyInResponse", "2 0 0")
        .says("a binary column in text", set(-1, 1), Rule.TEXT_COPY_IS_TEXT);
    backend("CopyOutResponse", "2 0 0").says("format 7", set(-1, 7), Rule.FORMAT_IS_KNOWN);
  }

  private void errors() {
    backend("ErrorResponse", "42703")
        .says("an SQLSTATE of four", replace("42703", "4270"), Rule.SQLSTATE_HAS_FIVE);
    backend("ErrorResponse", "22P02")
        .says("an SQLSTATE in small letters", replace("22P02", "22p02"), Rule.SQLSTATE_HAS_FIVE);
    backend("ErrorResponse", "42703")
        .says(
            "no message",
            replace("Mcolumn \"nosuch\" does not exist\0", ""),
            Rule.REPORT_IS_COMPLETE);
    backend("ErrorResponse", "42703")
        .says("no SQLSTATE", replace("C42703\0", ""), Rule.REPORT_IS_COMPLETE);
    backend("ErrorResponse", "42703")
        .says("no field V", replace("VERROR\0", ""), Rule.SEVERITY_TWICE);
    backend("ErrorResponse", "42703")
        .says("a field twice", replace("C42703\0", "C42703\0C42703\0"), Rule.REPORT_IS_COMPLETE);
    backend("ErrorResponse", "42703")
        .says("as grave as a notice", replace("ERROR", "NOTICE"), Rule.SEVERITY_IS_KNOWN);
    backend("ErrorResponse", "42703")
        .says(
            "fatal, and the conversation goes on",
            replace("ERROR", "FATAL"),
            Rule.FOLLOWS_THE_TABLE);
    backend("ErrorResponse", "42703")
        .says("without its last zero", body -> prefix(body.length - 1).of(body), Rule.BODY_FITS);
  }

  private void startup() {
    backend("Authentication", "0")
        .says("a request of no known kind", set(3, 99), Rule.FOLLOWS_THE_TABLE);
    backend("Authentication", "0")
        .says("a password is asked for", set(3, 3), Rule.FOLLOWS_THE_TABLE);
    backend("BackendKeyData", "")
        .says(
            "a key of eight bytes in 3.0",
            body -> java.util.Arrays.copyOf(body, 12),
            Rule.KEY_FITS_VERSION);
    backend("ParameterStatus", "server_version")
        .says(
            "another parameter in its place",
            replace("server_version", "server_vision"),
            Rule.PARAMETERS_ARE_TOLD);
  }

  private void frontend() {
    frontend("Query", "twice")
        .says("without its zero", body -> prefix(body.length - 1).of(body), Rule.BODY_FITS);
    frontend("Parse", "generate_series")
        .says("a type less than counted", body -> prefix(body.length - 4).of(body), Rule.BODY_FITS);
    frontend("Bind", "\"p1\" \"s1\"").says("format 2", set(-1, 2), Rule.FORMAT_IS_KNOWN);
    frontend("Bind", "\"p1\" \"s1\"")
        .says("a value longer than the message", set(13, 99), Rule.BODY_FITS);
    frontend("Bind", "'3'")
        .says(
            "two formats for three values",
            body ->
                new byte[] {
                  0, 0, 0, 2, 0, 0, 0, 0, 0, 3, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0
                },
            Rule.FORMATS_FOR_ALL);
    frontend("Describe", "S \"s1\"")
        .says("kind X", set(0, 'X'), Rule.DESCRIBES_STATEMENT_OR_PORTAL);
    frontend("Close", "S \"s1\"").says("kind X", set(0, 'X'), Rule.DESCRIBES_STATEMENT_OR_PORTAL);
    frontend("Execute", "\"p1\" 2")
        .says("without a row limit", body -> prefix(3).of(body), Rule.BODY_FITS);
    frontend("Execute", "\"p1\" 2")
        .says("a limit of 5 in place of 2", set(-1, 5), Rule.SUSPENDED_AT_LIMIT);
    frontend("Execute", "\"p1\" 2")
        .says("no limit in place of 2", set(-1, 0), Rule.SUSPENDED_AT_LIMIT);
    frontend("FunctionCall", "1397")
        .says("an argument shorter than told", set(13, 5), Rule.BODY_FITS);
    frontend("CopyFail", "no more")
        .says("without its zero", body -> prefix(body.length - 1).of(body), Rule.BODY_FITS);
    frontend("Terminate", "").says("with a body", body -> new byte[] {0}, Rule.BODY_FITS);
  }
}
