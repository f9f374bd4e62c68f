package io.pgdouble.engine.transaction;

/** One level of the stack of transactions ({@code xact.c: TransactionStateData}). */
final class Level {
  final Level parent;
  final SubTransaction sub;
  BlockState state;

  /** The savepoint's name; empty at the top. */
  String name = "";

  boolean chain;

  private Level(Level parent, SubTransaction sub, BlockState state) {
    this.parent = parent;
    this.sub = sub;
    this.state = state;
  }

  static Level top() {
    return new Level(
        null, new SubTransaction(SubTransaction.TOP, SubTransaction.NONE, 1), BlockState.DEFAULT);
  }

  Level push(int id) {
    return new Level(
        this, new SubTransaction(id, sub.id(), sub.nestLevel() + 1), BlockState.SUBBEGIN);
  }

  boolean isTop() {
    return parent == null;
  }
}
