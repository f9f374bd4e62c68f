package io.pgdouble.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.PgDoubleOptions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PlainServeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve",
        "serve -p 5555",
        "serve --port 0 --host 127.0.0.1",
        "serve -h localhost -p 1 -k /tmp/x -c max_connections=7 -c a.b=c"
      })
  void plain_arguments_mean_what_the_command_line_library_says(String line) {
    assertThat(PlainServe.read(line.split(" "))).contains(byLibrary(line.split(" ")));
  }

  private static PgDoubleOptions byLibrary(String... args) {
    ServeCommand command = new ServeCommand();
    new CommandLine(command).parseArgs(Arrays.copyOfRange(args, 1, args.length));
    return command.options();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "crosscheck",
        "serve -p",
        "serve --help",
        "serve -p x",
        "serve -p 999999",
        "serve -p=5",
        "serve -h a,b",
        "serve -h -p",
        "serve -c nothing",
        "serve --major 15",
        "serve --nosuch 1"
      })
  void whatever_is_not_plain_is_left_to_the_library(String line) {
    assertThat(PlainServe.read(line.split(" "))).isEmpty();
  }

  @Test
  void no_arguments_at_all_are_left_to_the_library() {
    assertThat(PlainServe.read()).isEmpty();
  }
}
