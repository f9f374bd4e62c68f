package io.pgdouble.replay;

import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.replay.Turn.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds out which message of a frontend each message of its backend answers: the backend answers
 * one after the other, however many are on their way. Manual: {@code protocol-flow § Pipelining}.
 */
final class Attribution {
  private final List<Turn> turns = new ArrayList<>();

  /** Not answered completely. */
  private final Deque<Turn> pending = new ArrayDeque<>();

  /** During COPY IN: the message of the frontend that answers are due to; else null. */
  private Turn copying;

  private boolean skipping;

  List<Turn> turns() {
    return turns;
  }

  void frontend(FrontendMessage message, Place place) {
    Turn turn = new Turn(message, place);
    turns.add(turn);
    switch (message.type()) {
      case 'H', 'X', 'p' -> {}
      case 'd', 'c', 'f' -> copying = copying == null ? null : turn;
      case 'S' -> {
        skipping = false;
        sync(turn);
      }
      default -> expect(turn);
    }
  }

  /** {@code copyfromparse.c: CopyGetData} passes over those that came before the data. */
  private void sync(Turn turn) {
    if (copying == null || copying.request().type() != 'E') {
      pending.add(turn);
    }
  }

  /** {@code postgres.c: ignore_till_sync}. */
  private void expect(Turn turn) {
    if (!skipping) {
      pending.add(turn);
    }
  }

  void backend(BackendMessage message, Place place) {
    Turn head = pending.peek();
    Turn due = head == null ? lastTurn() : copying == null ? head : copying;
    if (due == null) {
      return;
    }
    if (head == null) {
      due.later(message, place);
      return;
    }
    due.reply(message, place);
    char type = message.type();
    if (type == 'G' || type == 'W') {
      copying = head;
      pending.removeIf(turn -> turn.request().type() == 'S');
    } else if (type == 'E') {
      failed(head);
    } else if (completes(head.request().type(), type)) {
      copying = null;
      pending.remove();
    }
  }

  private Turn lastTurn() {
    return turns.isEmpty() ? null : turns.get(turns.size() - 1);
  }

  private void failed(Turn head) {
    if ("QFS".indexOf(head.request().type()) >= 0) {
      return;
    }
    copying = null;
    skipping = true;
    while (!pending.isEmpty() && pending.peek().request().type() != 'S') {
      pending.remove();
    }
    skipping = pending.isEmpty();
  }

  static boolean completes(char request, char reply) {
    return switch (request) {
      case 'P' -> reply == '1';
      case 'B' -> reply == '2';
      case 'C' -> reply == '3';
      case 'D' -> reply == 'T' || reply == 'n';
      case 'E' -> reply == 'C' || reply == 's' || reply == 'I';
      default -> reply == 'Z';
    };
  }

  /** The backend closed the connection. */
  void closed() {
    Turn head = pending.peek();
    Turn due = copying != null ? copying : head != null ? head : lastTurn();
    if (due != null) {
      due.ends();
    }
  }
}
