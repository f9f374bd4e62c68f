package io.pgdouble.cli;

import io.pgdouble.conformance.Case;
import io.pgdouble.conformance.CaseSyntaxException;
import io.pgdouble.conformance.Catalogue;
import io.pgdouble.conformance.GoldenRecorder;
import io.pgdouble.conformance.ReferenceServer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays scripts on a real PostgreSQL and writes its answers into their files. */
@Command(
    name = "record-golden",
    mixinStandardHelpOptions = true,
    description = {
      "Plays cases on a real PostgreSQL and writes its answers below each step.",
      "Refuses to record from anything else.",
      "Of FILE.sql, whose statements are parted by empty lines, it makes the case FILE.trace;",
      "-- title: and -- majors: at its beginning say what stands in the case's header."
    })
public final class RecordGoldenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--reference",
      defaultValue = "embedded:16",
      description = "embedded:16, docker:postgres:16 or postgres://host:port (${DEFAULT-VALUE})")
  private String reference;

  @Option(
      names = "--traces",
      defaultValue = "traces",
      description = "The folder of cases (${DEFAULT-VALUE})")
  private Path traces;

  @Parameters(paramLabel = "FILE", description = "Cases to record; all of them if none is named")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Catalogue catalogue = new Catalogue(traces);
    List<Case> cases =
        files.isEmpty() ? catalogue.cases() : files.stream().map(catalogue::read).toList();
    try (ReferenceServer server = ReferenceServer.start(reference)) {
      GoldenRecorder recorder = new GoldenRecorder(server);
      int failed = 0;
      for (Case scripted : cases) {
        failed += record(recorder, catalogue, scripted);
      }
      out.printf(
          "%d recorded from %s, %d not%n", cases.size() - failed, recorder.version(), failed);
      out.flush();
      return failed == 0 ? 0 : 1;
    }
  }

  private int record(GoldenRecorder recorder, Catalogue catalogue, Case scripted) {
    try {
      catalogue.write(recorder.record(scripted));
      return 0;
    } catch (CaseSyntaxException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    }
  }
}
