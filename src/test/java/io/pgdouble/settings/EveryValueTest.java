package io.pgdouble.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.facts.Facts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every setting a session may set, with values good and bad, beside the real server. */
class EveryValueTest {
  private static final List<String> BOOLEANS =
      List.of("on", "off", "TRUE", "f", "y", "nO", "of", "o", "1", "0", "", "maybe", " on", "2");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "-1",
          "2",
          "10",
          "100",
          "1000",
          "8192",
          "99999999999",
          "1.5",
          "2.5",
          "0.3",
          "1e3",
          "0x10",
          "010",
          "09",
          " 7 ",
          "7kB",
          "7 kB",
          "1MB",
          "1GB",
          "1TB",
          "10.5MB",
          "1s",
          "5min",
          "1h",
          "2d",
          "100us",
          "1500us",
          "1 foo",
          "1 kB s",
          "abc",
          "",
          "inf",
          "nan",
          "-0",
          "1e400",
          "2147483647",
          "2147483648",
          "-2147483648",
          "+5",
          ".5",
          "5.",
          "0x",
          "1e",
          "3e2ms",
          "1024kB",
          "1023 MB",
          "8GB",
          "3 B",
          "90min",
          "36h",
          "1000ms",
          "0.0000001",
          "123456789.5");

  private static final List<String> TEXTS =
      List.of("", "foo", "a,b", "a, b,", "\"unclosed", "C", "POSIX", "C.UTF-8", "en_US.UTF-8");

  private static final List<String> DATE_STYLES =
      List.of(
          "iso",
          "ISO, DMY",
          "sql",
          "dmy",
          "postgres,us",
          "PostgresX",
          "german",
          "german,ymd",
          "euro",
          "European",
          "noneuropean",
          "us,mdy",
          "us, dmy",
          "default",
          "default,iso",
          "",
          "iso,,mdy",
          "\"iso\"",
          "\"ISO\"",
          "foo",
          "iso foo",
          "sql,sql",
          "postgres, german");

  private static final List<String> ENCODINGS =
      List.of(
          "utf8",
          "UTF-8",
          "unicode",
          "latin1",
          "LATIN-1",
          "iso_8859_1",
          "Iso 8859-5",
          "sql_ascii",
          "win1252",
          "WINDOWS-1252",
          "mule_internal",
          "euc_jp",
          "sjis",
          "",
          "klingon",
          "latin11",
          "koi8",
          "'utf8'",
          "big5",
          "johab",
          "gb18030",
          "EUC_JIS_2004",
          "shift_jis_2004");

  private static final List<String> APPLICATION_NAMES =
      List.of("a", "aé\u0001b", "tab\there", "x".repeat(70), "é".repeat(40), "\\");

  private static final List<String> TEXT_SEARCH_CONFIGURATIONS =
      List.of(
          "english",
          "pg_catalog.german",
          "ENGLISH",
          "simple",
          "nope",
          "public.english",
          "pg_catalog.simple",
          "\"english\"");

  private static final List<String> OBJECTS =
      List.of("heap", "btree", "HEAP", "pg_default", "pg_global", "nope", "\"pg_default\"");

  private static final List<String> TIME_ZONES =
      List.of(
          "utc",
          "UTC",
          "gmt",
          "Europe/Berlin",
          "europe/berlin",
          "AMERICA/NEW_YORK",
          "EST5EDT",
          "est5edt",
          "EST",
          "MST7MDT",
          "Etc/GMT+3",
          "etc/gmt-14",
          "GMT0",
          "GMT+0",
          "Zulu",
          "CET",
          "0",
          "5",
          "-3",
          "5.5",
          "-9.75",
          "+02",
          "02:00",
          "167",
          "168",
          "-168",
          "1e1",
          "0x10",
          "<+02>-02",
          "<foo>-1:30",
          "<foo>-1:30:00",
          "<foo>-1:30:15",
          "foo-2",
          "foo+2",
          "foo2",
          "fo2",
          "foo",
          "foo2x",
          "",
          " ",
          "UTC+3",
          "utc-3:30",
          "abc167",
          "abc168",
          "abc1:60",
          "interval '02:00'",
          "INTERVAL '-05:30:00'",
          "interval",
          "interval '1",
          "interval ''x",
          "Europe/Nowhere",
          "Europe",
          "Factory",
          "posixrules",
          "localtime",
          ":UTC",
          "Asia/Kolkata",
          "Asia/Calcutta",
          "US/Pacific",
          "Etc/UTC",
          "<>3",
          "<a>",
          "abc+",
          "abc-1:2:3",
          "America",
          "EST5",
          "PST8",
          "GMT+5",
          "gmt-5",
          "HST10",
          "WET",
          "EET",
          "PRC",
          "1.005",
          "-0");

  /** Settings that would end or disturb the session that is asked, or that say where it runs. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "exit_on_error",
          "idle_session_timeout",
          "session_authorization",
          "role",
          "TimeZone",
          "config_file",
          "data_directory",
          "fsync",
          "hba_file",
          "ident_file",
          "listen_addresses",
          "port",
          "unix_socket_directories");

  private final ServerSession server = new ServerSession();
  private final DoubleSession ours = new DoubleSession();

  /** Time zones that the server knows and the double says it does not simulate. */
  private final List<String> refusals = new ArrayList<>();

  private final List<String> statements = new ArrayList<>();
  private final List<List<String>> answers = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();

  private static Set<String> values(Setting setting) {
    Set<String> values = new LinkedHashSet<>();
    switch (setting.kind()) {
      case BOOL -> values.addAll(BOOLEANS);
      case INTEGER, REAL -> {
        values.addAll(NUMBERS);
        for (double bound : List.of(setting.minimum(), setting.maximum())) {
          values.add(RealText.of(bound));
          values.add(Long.toString((long) bound - 1));
          values.add(Long.toString((long) bound + 1));
        }
        if (setting.name().endsWith("timeout")) {
          values.removeIf(
              value -> value.matches("[ +]?\\d{1,3}\\.?\\d* ?(us|ms)?|0x10|1500us|.*B.*"));
        }
      }
      case ENUM -> {
        values.addAll(setting.enumValues());
        setting.enumValues().forEach(value -> values.add(value.toUpperCase(Locale.ROOT)));
        values.addAll(List.of("true", "no", "1", "debug", "info", "", "junk", "on "));
      }
      case STRING -> values.addAll(TEXTS);
    }
    return values;
  }

  @Test
  void every_settable_setting_takes_and_refuses_what_the_server_does() {
    SettingCatalog catalog = SettingCatalog.of(Facts.of(16));
    int compared = 0;
    for (Setting setting : catalog.all()) {
      // As the parser hands it on.
      String name = AsciiText.lower(setting.name());
      if (LEFT_OUT.contains(setting.name())) {
        continue;
      }
      values(setting).forEach(value -> compare(name, value));
      compared += values(setting).size();
      sameAnswers();
    }
    assertThat(compared).isGreaterThan(4000);
    sameAnswers();
    assertThat(differences).isEmpty();
  }

  private void compare(String name, String value) {
    String literal = "'" + value.replace("'", "''") + "'";
    // set_config takes a list as it is, SET would take the whole text for one of its elements.
    String set =
        ours.settings.setting(name).has(SettingFlag.LIST_QUOTE)
            ? "DO $$BEGIN PERFORM set_config('" + name + "', " + literal + ", false); END$$"
            : "SET " + name + " TO " + literal;
    List<String> answer = ours.set(name, value, SettingScope.SESSION);
    if (answer.toString().contains("pgdouble does not simulate " + name + " ")) {
      return;
    }
    if (answer.toString().contains("pgdouble does not simulate time zone")) {
      refusals.add(value);
      return;
    }
    statements.add(set);
    answers.add(answer);
    statements.add("SHOW " + name);
    answers.add(ours.show(name));
    statements.add("RESET " + name);
    answers.add(ours.reset(name));
  }

  /** Asks the server what we have answered already. */
  private void sameAnswers() {
    List<List<String>> expected = server.runAll(statements);
    for (int i = 0; i < expected.size(); i++) {
      List<String> told =
          expected.get(i).stream().filter(line -> !line.startsWith("N DEBUG")).toList();
      if (!told.equals(answers.get(i))) {
        differences.add(statements.get(i) + "\n  server " + told + "\n  double " + answers.get(i));
      }
    }
    statements.clear();
    answers.clear();
  }

  @Test
  void the_special_settings_understand_what_the_server_understands() {
    for (String value : DATE_STYLES) {
      compare("datestyle", value);
    }
    for (String value : ENCODINGS) {
      compare("client_encoding", value);
    }
    for (String value : APPLICATION_NAMES) {
      compare("application_name", value);
    }
    for (String value : TEXT_SEARCH_CONFIGURATIONS) {
      compare("default_text_search_config", value);
    }
    for (String value : OBJECTS) {
      compare("default_table_access_method", value);
      compare("default_tablespace", value);
      compare("temp_tablespaces", value);
    }
    sameAnswers();
    assertThat(differences).isEmpty();
  }

  @Test
  void time_zones_are_named_as_the_server_names_them() {
    for (String value : TIME_ZONES) {
      compare("timezone", value);
    }
    sameAnswers();
    assertThat(differences).isEmpty();
    assertThat(refusals).isEmpty();
  }
}
