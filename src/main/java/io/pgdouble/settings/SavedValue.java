package io.pgdouble.settings;

/**
 * A value to go back to when a transaction or subtransaction ends. Source: {@code guc_tables.h:
 * GucStack}; the rules are told in {@code utils/misc/README}.
 */
final class SavedValue {
  /** What happened to the setting at this level. */
  enum State {
    /** SET LOCAL. */
    LOCAL,
    /** SET. */
    SET,
    /** SET, then SET LOCAL: two values to remember. */
    SET_THEN_LOCAL,
    /** A function's SET clause. */
    FUNCTION
  }

  /** What to do with the current value when a level ends. */
  enum Restoration {
    NOTHING,
    PRIOR,
    MASKED
  }

  /** The same setting's saved value at an outer level; null if there is none. */
  final SavedValue outer;

  int level;
  State state;
  Object prior;
  int priorAssignment;
  private SettingSource source;

  /** SET's value while a SET LOCAL hides it. */
  Object masked;

  int maskedAssignment;

  SavedValue(SavedValue outer, int level, SettingScope scope, Variable variable) {
    this.outer = outer;
    this.level = level;
    this.prior = variable.value;
    this.priorAssignment = variable.assignment;
    this.source = variable.source();
    this.state =
        switch (scope) {
          case SESSION -> State.SET;
          case LOCAL -> State.LOCAL;
          case FUNCTION -> State.FUNCTION;
        };
  }

  SettingSource source() {
    return source;
  }

  /**
   * Says what the configuration says now: whoever goes back to it goes back to the new value.
   * {@code guc.c: set_config_with_handle}, where it walks the stack.
   *
   * @param assignment which one the value is of
   */
  void reloaded(Object configured, SettingSource from, int assignment) {
    if (source.compareTo(SettingSource.FILE) <= 0) {
      prior = configured;
      priorAssignment = assignment;
      source = from;
    }
  }

  /** Another change at the same level. */
  void changedAgain(SettingScope scope, Variable current) {
    if (scope == SettingScope.SESSION) {
      masked = null;
      state = State.SET;
    } else if (scope == SettingScope.LOCAL && state == State.SET) {
      masked = current.value;
      maskedAssignment = current.assignment;
      state = State.SET_THEN_LOCAL;
    }
  }

  /** Whether this goes on as the saved value of the next outer level, which has none. */
  boolean movesOutward() {
    return level > 1 && (outer == null || outer.level < level - 1);
  }

  /** Ends this level by commit, as the outermost or into {@link #outer}. */
  Restoration commit() {
    if (state == State.FUNCTION) {
      return Restoration.PRIOR;
    }
    if (level == 1) {
      return switch (state) {
        case SET_THEN_LOCAL -> Restoration.MASKED;
        case SET -> Restoration.NOTHING;
        case LOCAL, FUNCTION -> Restoration.PRIOR;
      };
    }
    outer.merge(this);
    return Restoration.NOTHING;
  }

  /** Takes over what happened at the next inner level. */
  private void merge(SavedValue inner) {
    switch (inner.state) {
      case SET -> {
        masked = null;
        state = State.SET;
      }
      case LOCAL -> {
        if (state == State.SET) {
          masked = inner.prior;
          maskedAssignment = inner.priorAssignment;
          state = State.SET_THEN_LOCAL;
        }
      }
      case SET_THEN_LOCAL -> {
        masked = inner.masked;
        maskedAssignment = inner.maskedAssignment;
        state = State.SET_THEN_LOCAL;
      }
      case FUNCTION -> throw new IllegalStateException("a function's level is never merged");
    }
  }
}
