package io.pgdouble.conformance;

import io.pgdouble.trace.Direction;
import io.pgdouble.trace.TraceLine;
import io.pgdouble.trace.TraceSyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads a case file. Its grammar is told in {@code traces/README.md}. */
final class CaseReader {

  static final String VERSION_LINE = "pgdouble-trace 1";

  private final String address;
  private final List<Case.Line> lines = new ArrayList<>();
  private final Set<Need> needs = EnumSet.noneOf(Need.class);
  private final Set<Tolerance> tolerances = EnumSet.noneOf(Tolerance.class);
  private final List<Mask> masks = new ArrayList<>();
  private String title = "";
  private String recorded = "";
  private ServerWish server = ServerWish.NONE;
  private Majors majors = new Majors(16, 16);
  private boolean inHeader = true;
  private int number;

  private CaseReader(String address) {
    this.address = address;
  }

  /**
   * Reads a file's text.
   *
   * @throws CaseSyntaxException naming the line
   */
  static Case read(String address, String text) {
    CaseReader reader = new CaseReader(address);
    try {
      text.lines().forEach(reader::readLine);
    } catch (TraceSyntaxException | CaseSyntaxException | ArrayIndexOutOfBoundsException e) {
      throw new CaseSyntaxException(address + ".trace:" + reader.number + ": " + e.getMessage(), e);
    }
    return reader.finish();
  }

  private Case finish() {
    if (title.isEmpty()) {
      throw new CaseSyntaxException(address + ".trace: has no title");
    }
    CaseHeader header = new CaseHeader(title, majors, recorded, server, needs, tolerances, masks);
    while (!lines.isEmpty() && isBlank(lines.get(lines.size() - 1))) {
      lines.remove(lines.size() - 1);
    }
    while (!lines.isEmpty() && isBlank(lines.get(0))) {
      lines.remove(0);
    }
    return new Case(address, header, lines);
  }

  private static boolean isBlank(Case.Line line) {
    return line instanceof Case.Remark remark && remark.text().isBlank();
  }

  private void readLine(String line) {
    number++;
    if (number == 1) {
      if (!line.equals(VERSION_LINE)) {
        throw new CaseSyntaxException("found " + line + " (expected: " + VERSION_LINE + ")");
      }
    } else if (line.isBlank() || line.startsWith("#")) {
      lines.add(new Case.Remark(line.strip()));
    } else if (!inHeader || !readHeader(line.strip().split("\\s+", 2))) {
      inHeader = false;
      readScript(line);
    }
  }

  private boolean readHeader(String[] words) {
    switch (words[0]) {
      case "title" -> title = words[1];
      case "majors" -> majors = Majors.parse(words[1]);
      case "recorded" -> recorded = words[1];
      case "server-kind" -> server = server.withKind(ServerKind.of(words[1]));
      case "settings" -> server = server.withSettings(words[1]);
      case "roles" -> server = server.withRoles(words[1]);
      case "hba" -> server = server.withHba(words[1]);
      case "needs" -> Arrays.stream(words[1].split("\\s+")).map(Need::of).forEach(needs::add);
      case "tolerate" -> tolerances.add(Tolerance.of(words[1]));
      case "mask" -> masks.add(readMask(words[1]));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Mask readMask(String text) {
    String[] parts = text.split("\\s*\\|\\|\\s*", 3);
    if (parts.length < 3) {
      throw new CaseSyntaxException("mask has no reason (expected: pattern || word || reason)");
    }
    return new Mask(parts[0], parts[1], parts[2]);
  }

  private void readScript(String line) {
    String[] words = line.strip().split("\\s+", 3);
    switch (words[0]) {
      case "pause" -> add(new Step.Pause(Words.duration(words[1])));
      case "postmaster" -> add(new Step.Postmaster(Signal.of(words[1])));
      case "server" -> add(serverStep(line.strip().split("\\s+")));
      default -> readConnectionLine(words[0], words[1], line);
    }
  }

  private void readConnectionLine(String connection, String verb, String line) {
    if (verb.length() > 1) {
      String[] words = line.strip().split("\\s+", 3);
      add(step(connection, verb, words.length > 2 ? words[2].strip() : ""));
      return;
    }
    TraceLine trace = TraceLine.parse(line.strip().substring(connection.length()));
    if (trace.direction() == Direction.FRONTEND) {
      Step.Send send = new Step.Send(connection, Outgoing.of(trace));
      // Columns that make no message are found here, where the line is known.
      send.text();
      add(send);
    } else {
      addAnswer(new Answer(connection, trace));
    }
  }

  private static Step step(String connection, String verb, String rest) {
    return switch (verb) {
      case "connect" -> new Step.Connect(connection, rest);
      case "open" -> new Step.Open(connection, Transport.of(rest));
      case "login" -> Step.Login.of(connection, rest);
      case "split" -> new Step.Split(connection, sizes(rest));
      case "write" -> new Step.Write(connection);
      case "until" -> new Step.Until(connection, rest);
      case "silent" -> new Step.Silent(connection, Words.duration(rest));
      case "finish" -> new Step.Finish(connection);
      case "close" -> new Step.End(connection, Ending.CLOSE);
      case "shutdown" -> new Step.End(connection, Ending.SHUTDOWN);
      case "reset" -> new Step.End(connection, Ending.RESET);
      default -> throw new CaseSyntaxException("no step is named " + verb);
    };
  }

  private static List<Integer> sizes(String words) {
    return Arrays.stream(words.split("\\s+")).map(Integer::valueOf).toList();
  }

  private static Step serverStep(String[] words) {
    return switch (words[1]) {
      case "signal" -> new Step.Kill(words[3], Signal.of(words[2]));
      case "conflict" -> Step.Conflict.of(words[2], words[3]);
      case "await" -> new Step.Await(Door.State.of(words[2]));
      default -> new Step.Act(ServerAct.of(words[1]));
    };
  }

  private void add(Step step) {
    lines.add(new Case.Scripted(step, List.of()));
  }

  private void addAnswer(Answer answer) {
    int last = lines.size() - 1;
    if (last < 0 || !(lines.get(last) instanceof Case.Scripted step)) {
      throw new CaseSyntaxException("an answer must follow a step");
    }
    List<Answer> answers = new ArrayList<>(step.golden());
    answers.add(answer);
    lines.set(last, new Case.Scripted(step.step(), answers));
  }
}
