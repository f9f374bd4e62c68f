package io.pgdouble.engine.storage;

/** What came of the wish to change or lock a version ({@code TM_Result}). */
public sealed interface Attempt {

  /**
   * It is done.
   *
   * @param version the new version of an update, otherwise the same
   */
  record Done(RowVersion version) implements Attempt {}

  /** It cannot be seen by who wishes it. */
  record Invisible() implements Attempt {}

  /**
   * The same transaction has changed it already.
   *
   * @param command by the command of this number
   */
  record DoneBySelf(int command) implements Attempt {}

  /** Another has changed it, and this is what it became. */
  record Updated(RowVersion next) implements Attempt {}

  /** Another has deleted it. */
  record Deleted() implements Attempt {}

  /** It depends on how a transaction ends. */
  record Pending(Xact on) implements Attempt {}
}
