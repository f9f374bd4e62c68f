package io.pgdouble.replay;

import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.ReadyForQuery;
import java.util.ArrayList;
import java.util.List;

/** What a recorded frontend said at one moment, and what the backend answered to it. */
final class Turn {
  private final FrontendMessage request;
  private final Place place;
  private final List<BackendMessage> replies = new ArrayList<>();
  private String meaning = "";
  private char before = 'I';
  private Place answered;
  private final List<BackendMessage> late = new ArrayList<>();
  private List<Integer> awaited = List.of();
  private List<Integer> lateAwaited = List.of();
  private Place lateAt;
  private boolean last;

  /**
   * Where something stands in a recording.
   *
   * @param position of all events, from 0
   * @param micros since its beginning; -1 if nobody knows
   */
  record Place(int position, long micros) {}

  Turn(FrontendMessage request, Place place) {
    this.request = request;
    this.place = place;
    this.answered = place;
    this.lateAt = place;
  }

  FrontendMessage request() {
    return request;
  }

  int position() {
    return place.position();
  }

  /** What the message means, whatever the names in it. */
  String meaning() {
    return meaning;
  }

  void means(String what) {
    meaning = what;
  }

  /** The transaction status in which it was said: that of the last ReadyForQuery. */
  char before() {
    return before;
  }

  void saidIn(char status) {
    before = status;
  }

  void reply(BackendMessage message, Place where) {
    replies.add(message);
    answered = where;
  }

  List<BackendMessage> replies() {
    return replies;
  }

  boolean isAnswered() {
    return !replies.isEmpty();
  }

  boolean endsWithReady() {
    return replies.stream().anyMatch(reply -> reply.type() == ReadyForQuery.TYPE);
  }

  /** After these answers the backend closed the connection. */
  void ends() {
    last = true;
  }

  boolean isLast() {
    return last;
  }

  /** What came by itself after all was answered, and before the frontend said something else. */
  void later(BackendMessage message, Place where) {
    late.add(message);
    lateAt = where;
  }

  List<BackendMessage> late() {
    return late;
  }

  /** Where the last of it stands; where the last answer does, if there is none. */
  Place lateAt() {
    return late.isEmpty() ? answered : lateAt;
  }

  /** How long it took after the last answer, in microseconds; 0 if nobody knows. */
  long lateDuration() {
    return Math.max(0, lateAt().micros() - answered.micros());
  }

  /** What other frontends said meanwhile: it may be due to that. */
  List<Integer> lateAwaited() {
    return lateAwaited;
  }

  void awaitsLate(List<Integer> positions) {
    lateAwaited = List.copyOf(positions);
  }

  /** Where its last answer stands. */
  Place answered() {
    return answered;
  }

  /** How long the answers took, in microseconds; 0 if nobody knows. */
  long duration() {
    return Math.max(0, answered.micros() - place.micros());
  }

  /** What other frontends said before the answers came: the answers may be due to that. */
  List<Integer> awaited() {
    return awaited;
  }

  void awaits(List<Integer> positions) {
    awaited = List.copyOf(positions);
  }
}
