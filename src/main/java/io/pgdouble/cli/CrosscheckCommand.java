package io.pgdouble.cli;

import io.pgdouble.PgDoubleOptions;
import io.pgdouble.conformance.Case;
import io.pgdouble.conformance.Catalogue;
import io.pgdouble.conformance.Crosscheck;
import io.pgdouble.conformance.GoldenRecorder;
import io.pgdouble.conformance.Judge;
import io.pgdouble.conformance.Jury;
import io.pgdouble.conformance.KillTable;
import io.pgdouble.conformance.MutantTrial;
import io.pgdouble.conformance.Outcome;
import io.pgdouble.conformance.OwnServer;
import io.pgdouble.conformance.ReferenceServer;
import io.pgdouble.report.DiffText;
import io.pgdouble.report.HtmlPage;
import io.pgdouble.report.JUnitXml;
import io.pgdouble.report.Markdown;
import io.pgdouble.report.ResultsJson;
import io.pgdouble.validation.MutationTrial;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays every case on the double and on a real PostgreSQL, and reports every difference. */
@Command(
    name = "crosscheck",
    mixinStandardHelpOptions = true,
    description = {
      "Plays every case on the double and on a real PostgreSQL, and reports every difference.",
      "Exit status 0 only if nothing diverges."
    })
public final class CrosscheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--reference",
      defaultValue = "embedded:16",
      description = "embedded:16, docker:postgres:16 or postgres://host:port (${DEFAULT-VALUE})")
  private String reference;

  @Option(names = "--only", defaultValue = "", description = "Cases whose address begins so")
  private String only;

  @Option(
      names = "--against",
      defaultValue = "",
      paramLabel = "HOST:PORT",
      description = "Another server to judge in place of the double")
  private String against;

  @Option(
      names = "--processes",
      description = "Give the double processes of the system, which take the signals of the cases")
  private boolean processes;

  @Option(
      names = "--update",
      description = "Record the reference's answers anew into the cases that have drifted")
  private boolean update;

  @Option(
      names = "--mutants",
      description =
          "Prove as well that the cases can fail: make the server wrong in every known way")
  private boolean mutants;

  @Option(
      names = "--traces",
      defaultValue = "traces",
      description = "The folder of cases (${DEFAULT-VALUE})")
  private Path traces;

  @Option(
      names = "--out",
      defaultValue = "target/crosscheck",
      description = "Where index.html, results.json and junit.xml go (${DEFAULT-VALUE})")
  private Path target;

  @Override
  public Integer call() throws Exception {
    List<Case> cases = new Catalogue(traces).cases(only);
    if (cases.isEmpty()) {
      spec.commandLine().getErr().println("No case in " + traces + " begins with \"" + only + "\"");
      return 2;
    }
    logToFile();
    try (ReferenceServer real = ReferenceServer.start(reference)) {
      GoldenRecorder recorder = new GoldenRecorder(real);
      try (OwnServer subject = subject(recorder.major())) {
        Crosscheck crosscheck = run(cases, new Judge(real, recorder.major(), subject), recorder);
        return report(crosscheck, mutants ? trial(subject) : new KillTable(List.of()));
      }
    }
  }

  /** What the double logs goes beside the report, out of the way of the table. */
  private void logToFile() throws IOException {
    Files.createDirectories(target);
    ProgramLog.toFile(target.resolve("server.log"));
  }

  private Crosscheck run(List<Case> cases, Judge judge, GoldenRecorder recorder) {
    long start = System.nanoTime();
    List<Outcome> outcomes = judgeAll(cases, judge, recorder);
    long micros = (System.nanoTime() - start) / 1000;
    return new Crosscheck(recorder.version(), judge.subject().name(), outcomes, micros);
  }

  private KillTable trial(OwnServer subject) {
    return new MutantTrial(subject, new Catalogue(traces).cases()).tryAll();
  }

  private OwnServer subject(int major) {
    if (!against.isEmpty()) {
      return FoundServer.at(against);
    }
    PgDoubleOptions kind = PgDoubleOptions.defaults().withMajor(major);
    return OwnDouble.start(processes ? kind.withProcesses() : kind);
  }

  private List<Outcome> judgeAll(List<Case> cases, Judge judge, GoldenRecorder recorder) {
    Catalogue catalogue = new Catalogue(traces);
    try (ProgressBar bar = progressBar(cases.size())) {
      List<Outcome> outcomes = new Jury(judge).judge(cases, outcome -> bar.step());
      for (Outcome outcome : outcomes) {
        if (update && outcome.hasDrifted()) {
          catalogue.write(recorder.record(outcome.played()));
        }
      }
      return outcomes;
    }
  }

  /** Where nobody looks on, a bar that is drawn again and again is only noise in a log. */
  private static ProgressBar progressBar(int cases) {
    ProgressBarBuilder bar =
        new ProgressBarBuilder()
            .setTaskName("crosscheck")
            .setInitialMax(cases)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200);
    if (System.console() == null) {
      bar.setConsumer(new DelegatingProgressBarConsumer(drawn -> {}));
    }
    return bar.build();
  }

  private int report(Crosscheck crosscheck, KillTable killed) throws IOException {
    MutationTrial.Table judged = MutationTrial.table();
    Files.writeString(target.resolve("index.html"), HtmlPage.of(crosscheck, killed, judged));
    Files.writeString(target.resolve("results.json"), ResultsJson.of(crosscheck, killed, judged));
    Files.writeString(target.resolve("junit.xml"), JUnitXml.of(crosscheck));
    PrintWriter out = spec.commandLine().getOut();
    out.print(DiffText.of(crosscheck));
    out.print(Markdown.byAnchor(crosscheck));
    out.print(killed.rows().isEmpty() ? "" : Markdown.killTable(killed));
    out.println(Markdown.summary(crosscheck));
    out.println(target.resolve("index.html"));
    out.flush();
    return crosscheck.isClean() && killed.survivors().isEmpty() ? 0 : 1;
  }
}
