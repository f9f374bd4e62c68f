package io.pgdouble.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is a secret does not come through; all else does. */
class RedactionTest {

  private static String after(Masks masks, String... lines) {
    Redaction redaction = new Redaction(masks);
    Crossing last = new Crossing.Closed();
    for (String line : lines) {
      last = redaction.redact(CrossingReader.read(TraceLine.parse(line), Symbols.NONE));
    }
    return last.line(Notation.PLAIN).brief();
  }

  @Test
  void passwords_that_a_frontend_sends() {
    String kept = "PasswordMessage '********\\x00'";
    assertThat(after(Masks.NONE, "B Authentication 3", "F PasswordMessage 'geheim\\x00'"))
        .isEqualTo(kept);
    assertThat(after(Masks.NONE, "B Authentication 5 'salt'", "F PasswordMessage 'md5abcdef\\x00'"))
        .isEqualTo(kept);
    assertThat(after(Masks.NONE, "B Authentication 5 'salt'")).isEqualTo("Authentication 5 '****'");
    assertThat(after(Masks.NONE, "B Authentication 7", "F PasswordMessage 'token'"))
        .isEqualTo("PasswordMessage '********'");
  }

  @Test
  void a_password_that_was_cut_off() {
    assertThat(after(Masks.NONE, "B Authentication 3", "F bytes 'p' int32:12 'gehe'"))
        .isEqualTo("bytes '********'");
  }

  @Test
  void nonces_salts_and_proofs_of_scram_keep_their_lengths() {
    String[] talk = {
      "B Authentication 10 'SCRAM-SHA-256\\x00\\x00'",
      "F PasswordMessage 'SCRAM-SHA-256\\x00\\x00\\x00\\x00\\x0cn,,n=,r=abcd'",
      "B Authentication 11 'r=abcdefgh,s=c2FsdA==,i=4096'",
      "F PasswordMessage 'c=biws,r=abcdefgh,p=AAAA='",
      "B Authentication 12 'v=BBBB='"
    };
    assertThat(after(Masks.NONE, talk[0], talk[1]))
        .endsWith("'SCRAM-SHA-256\\x00\\x00\\x00\\x00\\x0cn,,n=,r=****'");
    assertThat(after(Masks.NONE, talk[0], talk[1], talk[2]))
        .endsWith("11 'r=********,s=********,i=4096'");
    assertThat(after(Masks.NONE, talk[0], talk[1], talk[2], talk[3]))
        .endsWith("'c=biws,r=********,p=*****'");
    assertThat(after(Masks.NONE, talk)).endsWith("12 'v=*****'");
  }

  @Test
  void a_token_of_another_mechanism_is_taken_out_whole() {
    assertThat(
            after(
                Masks.NONE,
                "B Authentication 10 'OAUTHBEARER\\x00\\x00'",
                "F PasswordMessage 'OAUTHBEARER\\x00\\x00\\x00\\x00\\x05token'"))
        .isEqualTo("PasswordMessage 'OAUTHBEARER\\x00\\x00\\x00\\x00\\x08********'");
  }

  @Test
  void passwords_in_statements_and_catalogs() {
    assertThat(after(Masks.NONE, "F Query \"ALTER ROLE a PASSWORD 'it''s' VALID UNTIL 'x'\""))
        .isEqualTo("Query \"ALTER ROLE a PASSWORD '********' VALID UNTIL 'x'\"");
    assertThat(after(Masks.NONE, "F Parse \"\" \"CREATE USER a ENCRYPTED password $$x$$\" 0"))
        .isEqualTo("Parse \"\" \"CREATE USER a ENCRYPTED password '********'\" 0");
    assertThat(after(Masks.NONE, "F Query \"SELECT 'host=a password=abc dbname=b'\""))
        .isEqualTo("Query \"SELECT 'host=a password='********' dbname=b'\"");
    assertThat(
            after(
                Masks.NONE,
                "B RowDescription 2 \"rolname\" 0 0 19 64 -1 0 \"rolpassword\" 0 0 25 65535 -1 0",
                "B DataRow 2 1 'a' 5 'SCRAM'"))
        .isEqualTo("DataRow 2 1 'a' 8 '********'");
  }

  @Test
  void passwords_in_whatever_literals_and_after_comments() {
    String role = "ALTER ROLE a PASSWORD ";
    for (String literal :
        List.of(
            "E'it\\\\'s'",
            "U&'s\\\\0065cret'",
            "'sec'\\n  'ret'",
            "/* of a */ 'secret'",
            "-- a\\n'secret'")) {
      assertThat(after(Masks.NONE, "F Query \"" + role + literal + " VALID UNTIL 'x'\""))
          .startsWith("Query \"" + role)
          .endsWith("'********' VALID UNTIL 'x'\"")
          .doesNotContain("ret");
    }
    assertThat(after(Masks.NONE, "F Parse \"s\" \"" + role + "'a\\\\'; SELECT 'b'\" 1 23"))
        .isEqualTo("Parse \"s\" \"" + role + "'********'\" 1 23");
  }

  @Test
  void stored_passwords_wherever_they_stand() {
    String stored = "SCRAM-SHA-256$4096:c2FsdA==$c3RvcmVk:c2VydmVy";
    assertThat(after(Masks.NONE, "F Query \"UPDATE t SET p = '" + stored + "' \""))
        .isEqualTo("Query \"UPDATE t SET p = '********' \"");
    assertThat(after(Masks.NONE, "B DataRow 1 " + stored.length() + " '" + stored + "'"))
        .isEqualTo("DataRow 1 8 '********'");
    assertThat(after(Masks.NONE, "B CopyData 'a\\tmd50123456789abcdef0123456789abcdef\\tt\\n'"))
        .isEqualTo("CopyData 'a\\t********\\tt\\n'");
    assertThat(after(Masks.NONE, "B DataRow 1 7 'md5 SCR'")).isEqualTo("DataRow 1 7 'md5 SCR'");
  }

  @Test
  void columns_parameters_and_texts_that_the_user_masks() {
    Masks masks =
        Masks.NONE
            .withColumn("email|phone")
            .withParameter("$2:INSERT INTO users")
            .withText("\\d{4}-\\d{4}");
    String described = "B RowDescription 2 \"id\" 0 0 23 4 -1 0 \"email\" 0 0 25 65535 -1 0";
    assertThat(after(masks, described, "B DataRow 2 1 '1' 5 'a@b.c'"))
        .isEqualTo("DataRow 2 1 '1' 8 '********'");
    assertThat(after(masks, described, "B DataRow 2 1 '1' -1")).isEqualTo("DataRow 2 1 '1' -1");
    assertThat(
            after(
                masks,
                "F Parse \"s\" \"INSERT INTO users VALUES ($1, $2)\" 0",
                "F Bind \"\" \"s\" 0 2 1 '1' 5 'a@b.c' 0"))
        .isEqualTo("Bind \"\" \"s\" 0 2 1 '1' 8 '********' 0");
    assertThat(after(masks, "B NotificationResponse 7 \"card\" \"1234-5678\""))
        .isEqualTo("NotificationResponse 7 \"card\" \"********\"");
    assertThat(after(masks, "F FunctionCall 870 0 1 9 '1234-5678' 0"))
        .isEqualTo("FunctionCall 870 0 1 8 '********' 0");
    assertThat(after(masks, "B FunctionCallResponse 9 '1234-5678'"))
        .isEqualTo("FunctionCallResponse 8 '********'");
    assertThat(after(masks, "F Query \"SELECT '1234-5678'\""))
        .isEqualTo("Query \"SELECT '********'\"");
  }

  @Test
  void a_statement_described_once_masks_the_rows_of_every_execution() {
    Masks masks = Masks.NONE.withColumn("email");
    assertThat(
            after(
                masks,
                "F Parse \"s\" \"SELECT email FROM users\" 0",
                "F Describe S \"s\"",
                "F Sync",
                "B ParseComplete",
                "B ParameterDescription 0",
                "B RowDescription 1 \"email\" 0 0 25 65535 -1 0",
                "B ReadyForQuery I",
                "F Bind \"\" \"s\" 0 0 0",
                "F Execute \"\" 0",
                "F Sync",
                "B BindComplete",
                "B DataRow 1 5 'a@b.c'"))
        .isEqualTo("DataRow 1 8 '********'");
  }

  @Test
  void an_expression_that_is_none_is_refused() {
    assertThatThrownBy(() -> Masks.NONE.withColumn("(")).hasMessageContaining("found (");
  }
}
