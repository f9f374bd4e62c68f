package io.pgdouble.validation;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Proof that the judge can say no: a conversation recorded from PostgreSQL, in which one message at
 * a time is dropped, doubled, swapped, cut short, made longer, unknown, or says something else.
 */
public final class MutationTrial {
  /** Why a mutation changes nothing that breaks a rule: by message and what is done to it. */
  private static final Map<String, String> UNSEEN = unseen();

  private final Recording recording = conversation();
  private final Map<String, Tally> tallies = new TreeMap<>();

  /** Mutations of one kind, of messages of one name. */
  private static final class Tally {
    private int tried;
    private int caught;
    private final Set<Rule> rules = new TreeSet<>();

    void add(Judgement judgement) {
      tried++;
      if (!judgement.rulings().isEmpty()) {
        caught++;
        rules.add(judgement.rulings().get(0).verdict().rule());
      }
    }
  }

  /**
   * What came of one kind of mutation.
   *
   * @param side of the messages
   * @param message their name
   * @param done to each of them
   * @param tried how many there were
   * @param caught how many of them broke a rule
   * @param rules which each of those broke first
   * @param reason why the others cannot be seen from outside; empty where nobody knows
   */
  public record Row(
      String side,
      String message,
      String done,
      int tried,
      int caught,
      List<Rule> rules,
      Optional<String> reason) {
    public Row {
      rules = List.copyOf(rules);
    }
  }

  /**
   * What came of a message that says something else.
   *
   * @param side of the message
   * @param message its name
   * @param done what it says in place of what it said
   * @param rule which it breaks
   * @param caught whether it was found to break that rule
   */
  public record AlteredRow(String side, String message, String done, Rule rule, boolean caught) {}

  /** Both. */
  public record Table(List<Row> mutations, List<AlteredRow> alterations) {
    public Table {
      mutations = List.copyOf(mutations);
      alterations = List.copyOf(alterations);
    }
  }

  private MutationTrial() {}

  /** All that is tried. */
  public static Table table() {
    return new Table(mutations(), alterations());
  }

  private static Map<String, String> unseen() {
    Map<String, String> unseen = new LinkedHashMap<>();
    unseen.put(".* CopyData .*", "what is copied is the user's own");
    unseen.put(".* (ParameterStatus|NotificationResponse) .*", "may come at any time, or not");
    unseen.put("backend CommandComplete SWAPPED", "with what may come at any time");
    unseen.put(
        "backend CommandComplete DROPPED",
        "of several statements in a Query, which the judge does not parse");
    unseen.put("frontend Flush .*", "only asks for haste");
    unseen.put("frontend Execute SWAPPED", "with a Flush");
    unseen.put(
        "frontend (Parse|Bind|Describe|Execute) .*", "it fails or is skipped, with or without");
    unseen.put("frontend Copy(Done|Fail) .*", "the COPY fails, with or without");
    return unseen;
  }

  /** The conversation as it was. */
  public static Recording conversation() {
    try (InputStream in = MutationTrial.class.getResourceAsStream("conversation.trace")) {
      return Recording.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every message in turn, in every way that fits it. */
  private static List<Row> mutations() {
    MutationTrial trial = new MutationTrial();
    for (int event = 0; event < trial.recording.events().size(); event++) {
      trial.mutate(event);
    }
    List<Row> rows = new ArrayList<>();
    trial.tallies.forEach((name, tally) -> rows.add(row(name, tally)));
    return rows;
  }

  private void mutate(int event) {
    Optional<Crossing.Message> message = Mutation.message(recording.events().get(event));
    if (message.isEmpty()) {
      return;
    }
    String name = Mutation.side(message.get()) + " " + Mutation.name(message.get()) + " ";
    for (Mutation.Kind kind : Mutation.Kind.values()) {
      new Mutation(kind, event)
          .of(recording)
          .map(Hearing::of)
          .ifPresent(j -> tallies.computeIfAbsent(name + kind, key -> new Tally()).add(j));
    }
  }

  private static Row row(String name, Tally tally) {
    String[] words = name.split(" ");
    return new Row(
        words[0],
        words[1],
        Mutation.Kind.valueOf(words[2]).words(),
        tally.tried,
        tally.caught,
        List.copyOf(tally.rules),
        reason(name));
  }

  private static Optional<String> reason(String name) {
    return UNSEEN.entrySet().stream()
        .filter(entry -> name.matches(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Messages that say something else. */
  private static List<AlteredRow> alterations() {
    Recording recording = conversation();
    List<AlteredRow> rows = new ArrayList<>();
    for (Alteration one : Alterations.all()) {
      boolean caught =
          Hearing.of(one.of(recording)).rulings().stream()
              .anyMatch(ruling -> ruling.verdict().rule() == one.rule());
      rows.add(new AlteredRow(one.side(), one.message(), one.words(), one.rule(), caught));
    }
    return rows;
  }
}
