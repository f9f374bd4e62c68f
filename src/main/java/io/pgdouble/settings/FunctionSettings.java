package io.pgdouble.settings;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Settings that a function has while it runs ({@code fmgr.c: fmgr_security_definer}).
 *
 * @param values by the settings' names
 */
public record FunctionSettings(SessionSettings session, Map<String, String> values) {

  /** Does something with them; they are as before when it ends. */
  public <T> T during(Supplier<T> work) {
    return values.isEmpty() ? work.get() : session.levels.within(this::set, work);
  }

  private void set() {
    values.forEach(
        (name, value) ->
            session.apply(
                new Change(
                    name,
                    Optional.of(value),
                    session.who(),
                    SettingSource.SESSION,
                    SettingScope.FUNCTION)));
  }
}
