package io.pgdouble.cli;

import io.pgdouble.capture.Captures;
import io.pgdouble.report.ValidationJson;
import io.pgdouble.report.ValidationText;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Recording;
import io.pgdouble.validation.AutomatonDocument;
import io.pgdouble.validation.Hearing;
import io.pgdouble.validation.Judgement;
import io.pgdouble.validation.Ruling;
import io.pgdouble.validation.Severity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges recorded conversations against the protocol. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {
      "Judges recorded conversations against the protocol.",
      "Exit status 0: no violation; 1: at least one; 2: a file cannot be read as what it seems."
    })
public final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--severity",
      defaultValue = "unusual",
      description = "Tell of what is at least: violation, tolerated, unusual (${DEFAULT-VALUE})")
  private Severity severity;

  @Option(names = "--strict", description = "Fail for everything that is told of")
  private boolean strict;

  @Option(names = "--side", description = "Judge only one side: frontend, backend")
  private Optional<Direction> side = Optional.empty();

  @Option(names = "--json", description = "Print the verdicts as JSON")
  private boolean json;

  @Option(names = "--rules", description = "Print the automaton and its rules, and judge nothing")
  private boolean rules;

  @Parameters(
      paramLabel = "FILE",
      description = {
        "Cases, recordings, traces of libpq's PQtrace, pcap, pcapng, logs of pgjdbc at FINEST;",
        "or folders of traces"
      })
  private List<Path> files = List.of();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (rules) {
      out.print(AutomatonDocument.text());
      out.flush();
      return 0;
    }
    if (files.isEmpty()) {
      spec.commandLine().getErr().println("Missing FILE (expected: at least one, or --rules)");
      return 2;
    }
    Map<String, Recording> recordings = ConversationFiles.read(files);
    recordings.forEach(this::tellWhatIsLeftOut);
    Map<String, Judgement> judged = new LinkedHashMap<>();
    recordings.forEach((name, recording) -> judged.put(name, told(Hearing.of(recording))));
    out.print(json ? ValidationJson.of(recordings, judged) : text(recordings, judged));
    out.flush();
    return judged.values().stream().anyMatch(this::fails) ? 1 : 0;
  }

  private void tellWhatIsLeftOut(String file, Recording recording) {
    PrintWriter err = spec.commandLine().getErr();
    Captures.notes(recording).forEach(note -> err.println(file + ": " + note));
    err.flush();
  }

  private Judgement told(Judgement all) {
    List<Ruling> rulings =
        all.rulings().stream()
            .filter(ruling -> ruling.verdict().severity().compareTo(severity) <= 0)
            .filter(ruling -> side.map(ruling.verdict().side()::equals).orElse(true))
            .toList();
    return new Judgement(all.conversations(), all.messages(), rulings);
  }

  private boolean fails(Judgement told) {
    return strict ? !told.rulings().isEmpty() : !told.of(Severity.VIOLATION).isEmpty();
  }

  private static String text(Map<String, Recording> recordings, Map<String, Judgement> judged) {
    StringBuilder out = new StringBuilder();
    judged.forEach(
        (name, judgement) ->
            out.append(ValidationText.of(name, recordings.get(name), judgement.rulings())));
    return out.append(ValidationText.summary(judged)).toString();
  }
}
