package io.pgdouble.cli;

import io.pgdouble.report.LadderPage;
import io.pgdouble.report.LadderText;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import io.pgdouble.validation.Hearing;
import io.pgdouble.validation.Judgement;
import io.pgdouble.validation.Ruling;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a conversation as a ladder. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows conversations as a ladder, with what breaks the protocol beside it.")
public final class TraceShowCommand implements Callable<Integer> {
  private static final int USUAL_WIDTH = 120;

  @Spec private CommandSpec spec;

  @Option(
      names = "--html",
      paramLabel = "PAGE",
      description = "Write one self-contained page instead")
  private Optional<Path> page = Optional.empty();

  @Option(names = "--connection", paramLabel = "NAME", description = "Show only this connection")
  private Optional<String> connection = Optional.empty();

  @Option(names = "--all", description = "Show every row, and lines in their whole length")
  private boolean all;

  @Option(names = "--color", description = "auto (the default), on, off", defaultValue = "auto")
  private Ansi color;

  @Parameters(
      paramLabel = "FILE",
      description = "A case, a recording, a trace of libpq's PQtrace, a pcap or pcapng")
  private Path file;

  @Override
  public Integer call() throws IOException {
    Recording whole = ConversationFiles.read(file, connection);
    Judgement judged = Hearing.of(whole);
    Recording shown = connection.map(name -> only(whole, name)).orElse(whole);
    Judgement judgement = connection.map(name -> only(whole, judged, name)).orElse(judged);
    PrintWriter out = spec.commandLine().getOut();
    if (page.isPresent()) {
      Files.writeString(page.get(), LadderPage.of(file.toString(), shown, judgement));
      out.println(page.get());
    } else {
      LadderText.Ink ink = color.enabled() ? LadderText.Ink.COLOUR : LadderText.Ink.PLAIN;
      out.print(LadderText.of(shown, judgement, ink, all ? 0 : width()));
    }
    out.flush();
    return 0;
  }

  private static int width() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
  }

  private static Recording only(Recording whole, String name) {
    return new Recording(whole.header(), whole.of(name));
  }

  /** The same rulings, by the places that the events have when the others are gone. */
  private static Judgement only(Recording whole, Judgement judged, String name) {
    Map<Integer, Integer> places = new HashMap<>();
    List<Recorded> events = whole.events();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).connection().equals(name)) {
        places.put(i, places.size());
      }
    }
    List<Ruling> rulings = new ArrayList<>();
    for (Ruling ruling : judged.rulings()) {
      if (ruling.connection().equals(name)) {
        int place = places.getOrDefault(ruling.event(), places.size() - 1);
        rulings.add(new Ruling(name, place, ruling.verdict()));
      }
    }
    return new Judgement(1, judged.messages(), rulings);
  }
}
