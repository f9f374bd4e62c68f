package io.pgdouble.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.pgdouble.report.HabitsText;
import io.pgdouble.trace.Recording;
import io.pgdouble.validation.Habit;
import io.pgdouble.validation.Habits;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a driver really does. */
@Command(
    name = "habits",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what a driver really does: round trips, Describes it does not need, statements it",
      "never closes, Syncs for each statement, errors nobody reads. What costs is marked with !."
    })
public final class HabitsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print them as JSON")
  private boolean json;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Recordings, traces of libpq's PQtrace, pcap, pcapng, cases")
  private List<Path> files;

  @Override
  public Integer call() throws JsonProcessingException {
    Map<String, Recording> recordings = ConversationFiles.read(files);
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Object> all = new LinkedHashMap<>();
    for (Map.Entry<String, Recording> one : recordings.entrySet()) {
      Map<String, List<Habit>> habits = Habits.of(one.getValue());
      if (json) {
        all.put(one.getKey(), plain(habits));
      } else {
        out.print(HabitsText.of(one.getKey(), habits));
      }
    }
    if (json) {
      ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      out.println(mapper.writeValueAsString(all));
    }
    out.flush();
    return 0;
  }

  private static Map<String, Map<Habit.Kind, Long>> plain(Map<String, List<Habit>> habits) {
    Map<String, Map<Habit.Kind, Long>> plain = new LinkedHashMap<>();
    habits.forEach(
        (name, told) -> {
          Map<Habit.Kind, Long> counts = new LinkedHashMap<>();
          told.forEach(habit -> counts.put(habit.kind(), habit.count()));
          plain.put(name.isEmpty() ? "all" : name, counts);
        });
    return plain;
  }
}
