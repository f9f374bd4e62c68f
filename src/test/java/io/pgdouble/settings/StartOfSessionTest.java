package io.pgdouble.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.error.ReportedError;
import io.pgdouble.facts.Facts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a session is told and has when it begins, beside the real server. */
class StartOfSessionTest {
  /** Settings that tell where a server runs, or what the reference sets for speed. */
  private static final Set<String> LOCAL =
      Set.of(
          "config_file",
          "data_directory",
          "fsync",
          "hba_file",
          "ident_file",
          "listen_addresses",
          "port",
          "unix_socket_directories");

  private static final List<String> OPTIONS =
      List.of(
          "work_mem",
          "-c",
          "-c work_mem",
          "--work_mem",
          "-Q",
          "-c nonsense=1",
          "-c work_mem=abc",
          "-c port=1",
          "-N 3",
          "-B 16",
          "-c a\\ b=1",
          "-e -S 100",
          "-S100",
          "-c fsync=off",
          "-W 0",
          "-c server_version=1",
          "-P",
          "-O",
          "-sc work_mem=1MB",
          "--datestyle=german",
          "-S",
          "--x.y=1",
          "-c search_path=a\\ b,c",
          "-c statement-timeout=1s",
          "- ",
          "--",
          "-- x",
          "-- -c work_mem=1MB",
          "-d 0",
          "-d 3",
          "-d5",
          "-d 9",
          "-d x",
          "-d",
          "-f si",
          "-f o",
          "-f x",
          "-tpa",
          "-tpl",
          "-te",
          "-tx",
          "-t p",
          "-bEjnT -C x -D /tmp -r x -v 3 -S 200");

  @Test
  void a_plain_start_tells_the_same_parameters_in_the_same_order() throws IOException {
    try (ServerSession server = new ServerSession()) {
      assertThat(new DoubleSession().startupReports).isEqualTo(server.startupReports);
    }
  }

  private static SessionSettings started(String options, String... parameters) {
    LoneHost host = new LoneHost();
    SessionSettings session = LoneHost.session(host);
    session.startTransaction();
    if (!options.isEmpty()) {
      session.optionsAtStart(options);
    }
    for (int i = 0; i < parameters.length; i += 2) {
      session.setAtStart(parameters[i], parameters[i + 1]);
    }
    session.endTransaction(TransactionOutcome.COMMITTED);
    return session;
  }

  @Test
  void settings_of_the_startup_packet_are_told_and_are_what_reset_goes_back_to()
      throws IOException {
    String[] parameters = {
      "application_name", "né", "DateStyle", "sql, dmy", "client_encoding", "latin1",
      "extra_float_digits", "2", "geqo", "off", "my.own", "x"
    };
    List<String> all = new ArrayList<>(List.of(parameters));
    all.addAll(List.of("options", "-c work_mem=2MB --timezone=Asia/Tokyo -c statement_timeout=5s"));
    try (ServerSession server = new ServerSession(all.toArray(String[]::new))) {
      SessionSettings ours =
          started("-c work_mem=2MB --timezone=Asia/Tokyo -c statement_timeout=5s", parameters);
      assertThat(ours.startupReports()).isEqualTo(server.startupReports);
      server.run("SET work_mem TO '3MB'");
      server.run("RESET ALL");
      ours.startTransaction();
      ours.set("work_mem", "3MB", SettingScope.SESSION);
      ours.resetAll();
      for (String name : List.of("work_mem", "geqo", "extra_float_digits", "my.own", "TimeZone")) {
        assertThat(server.run("SHOW " + name)).containsExactly("D " + ours.show(name));
      }
    }
  }

  @ParameterizedTest
  @FieldSource("OPTIONS")
  void options_are_read_and_refused_as_the_server_does(String options) throws IOException {
    String expected;
    try (ServerSession server = new ServerSession("options", options)) {
      expected =
          server.startupReports.isEmpty()
              ? String.join("", server.lastLines()).replace("E FATAL|", "")
              : String.join(
                  ",", server.run("SHOW work_mem").get(0), server.run("SHOW DateStyle").get(0));
    }
    String answer;
    try {
      SessionSettings ours = started(options);
      answer = "D " + ours.show("work_mem") + ",D " + ours.show("DateStyle");
    } catch (ReportedError e) {
      answer = DoubleSession.line(e.report()).replace("ERROR|", "");
    }
    assertThat(answer).isEqualTo(expected);
  }

  @Test
  void show_all_and_pg_settings_have_the_servers_rows() throws IOException {
    try (ServerSession server = new ServerSession()) {
      DoubleSession ours = new DoubleSession();
      List<String> shown =
          ours.settings.showAll().stream()
              .filter(row -> !LOCAL.contains(row.name()))
              .map(row -> "D " + row.name() + "|" + row.setting() + "|" + row.description())
              .toList();
      assertThat(shown).hasSizeGreaterThan(300);
      assertThat(
              server.run("SHOW ALL").stream()
                  .filter(line -> !LOCAL.contains(line.substring(2, line.indexOf('|')))))
          .containsExactlyElementsOf(shown);
      String sql =
          "SELECT name, setting, unit, category, short_desc, extra_desc, context, vartype, source,"
              + " min_val, max_val, enumvals, boot_val, reset_val FROM pg_settings";
      assertThat(
              server.run(sql).stream()
                  .filter(line -> !LOCAL.contains(line.substring(2, line.indexOf('|')))))
          .containsExactlyElementsOf(
              ours.settings.rows().stream()
                  .filter(row -> !LOCAL.contains(row.name()))
                  .map(StartOfSessionTest::line)
                  .toList());
    }
  }

  private static String line(SettingRow row) {
    String enums = row.enumValues().map(StartOfSessionTest::array).orElse("<null>");
    return "D "
        + String.join(
            "|",
            row.name(),
            row.setting(),
            row.unit().orElse("<null>"),
            row.category().orElse("<null>"),
            row.shortDescription().orElse("<null>"),
            row.extraDescription().orElse("<null>"),
            row.context(),
            row.kind(),
            row.source(),
            row.minimum().orElse("<null>"),
            row.maximum().orElse("<null>"),
            enums,
            row.bootValue().orElse("<null>"),
            row.resetValue().orElse("<null>"));
  }

  private static String array(List<String> values) {
    List<String> quoted =
        values.stream()
            .map(value -> value.isEmpty() || value.contains(" ") ? '"' + value + '"' : value)
            .toList();
    return "{" + String.join(",", quoted) + "}";
  }

  @Test
  void who_is_no_superuser_sees_and_sets_less() throws IOException {
    try (ServerSession server = new ServerSession()) {
      DoubleSession ours = new DoubleSession();
      server.run("SET ROLE pg_signal_backend");
      ours.set("role", "pg_signal_backend", SettingScope.SESSION);
      assertThat(server.run("SHOW ALL")).hasSameSizeAs(ours.settings.showAll());
      assertThat(ours.show("config_file")).isEqualTo(server.run("SHOW config_file"));
      for (String name :
          List.of("log_statement", "lc_messages", "work_mem", "fsync", "jit_provider")) {
        assertThat(ours.set(name, "x", SettingScope.SESSION))
            .isEqualTo(server.run("SET " + name + " TO 'x'"));
      }
    }
  }

  @Test
  void a_servers_own_values_are_what_its_sessions_begin_with() {
    ServerSettings server =
        ServerSettings.of(
            Facts.of(16), Map.of("max_connections", "7", "data_directory", "/somewhere"));
    SessionSettings session = new SessionSettings(server, new LoneHost(), LoneHost.POSTGRES);
    assertThat(session.integer("max_connections")).isEqualTo(7);
    assertThat(session.show("data_directory")).isEqualTo("/somewhere");
    assertThatThrownBy(() -> ServerSettings.of(Facts.of(16), Map.of("max_connections", "0")))
        .hasMessageContaining("0 is outside the valid range for parameter \"max_connections\"");
  }
}
