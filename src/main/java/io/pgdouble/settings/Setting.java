package io.pgdouble.settings;

import io.pgdouble.facts.FactRow;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The facts of one setting: what values it takes and when it may change. Immutable; compared by
 * identity.
 */
public final class Setting {
  private final String name;
  private final SettingContext context;
  private final SettingKind kind;
  private final Set<SettingFlag> flags;

  /** What else was learned; empty for a placeholder. */
  private final Optional<FactRow> facts;

  private final Optional<SettingUnit> unit;
  private final double minimum;
  private final double maximum;

  /** Every spelling of an enum's values in small letters, and the value's own name. */
  private final Map<String, String> spellings = new LinkedHashMap<>();

  private Setting(String name, Optional<FactRow> facts, Set<SettingFlag> flags) {
    this.name = name;
    this.facts = facts;
    this.flags = Collections.unmodifiableSet(flags);
    this.context = SettingContext.of(fact("context").orElse("user"));
    this.kind = SettingKind.of(fact("vartype").orElse("string"));
    Optional<String> unitName = fact("unit");
    this.unit =
        unitName.isPresent() ? Optional.of(SettingUnit.of(unitName.get())) : Optional.empty();
    this.minimum = bound(fact("min_val").orElse("0"));
    this.maximum = bound(fact("max_val").orElse("0"));
  }

  /** A bound; {@code pg_settings} shows the greatest double with six digits, which is too much. */
  private static double bound(String text) {
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? Double.MAX_VALUE : value;
  }

  /**
   * A setting as learned.
   *
   * @param row of {@code pg_settings}
   * @param more flags that are not in the row
   * @param synonyms spellings of an enum's values that {@code enumvals} does not list
   */
  static Setting learned(FactRow row, Set<SettingFlag> more, Map<String, String> synonyms) {
    EnumSet<SettingFlag> flags = EnumSet.noneOf(SettingFlag.class);
    for (String flag : row.list("flags")) {
      flags.add(SettingFlag.valueOf(flag));
    }
    flags.addAll(more);
    Setting setting = new Setting(row.text("name"), Optional.of(row), flags);
    for (String value : row.list("enumvals")) {
      setting.spellings.put(AsciiText.lower(value), value);
    }
    setting.spellings.putAll(synonyms);
    return setting;
  }

  /** A placeholder for a name with a dot: {@code guc.c: add_placeholder_variable}. */
  static Setting placeholder(String name) {
    return new Setting(
        name,
        Optional.empty(),
        EnumSet.of(
            SettingFlag.NO_SHOW_ALL, SettingFlag.NOT_IN_SAMPLE, SettingFlag.CUSTOM_PLACEHOLDER));
  }

  /** As the server spells it: {@code DateStyle}. */
  public String name() {
    return name;
  }

  public SettingContext context() {
    return context;
  }

  public SettingKind kind() {
    return kind;
  }

  public boolean has(SettingFlag flag) {
    return flags.contains(flag);
  }

  /** The unit an integer or real is kept in. */
  public Optional<SettingUnit> unit() {
    return unit;
  }

  /** The least integer or real allowed, in the setting's unit. */
  public double minimum() {
    return minimum;
  }

  /** The greatest integer or real allowed, in the setting's unit. */
  public double maximum() {
    return maximum;
  }

  /** An enum's values that the server lists, in its order. */
  public List<String> enumValues() {
    return facts.map(row -> row.list("enumvals")).orElse(List.of());
  }

  /** The name of the value that a spelling means, in letters of any case. */
  Optional<String> enumValue(String spelling) {
    return Optional.ofNullable(spellings.get(AsciiText.lower(spelling)));
  }

  /** The value before any configuration was read, as {@code pg_settings.boot_val} has it. */
  public Optional<String> bootText() {
    return fact("boot_val");
  }

  /** The value of a fresh server as initdb left it, as {@code pg_settings.setting} has it. */
  Optional<String> initialText() {
    return fact("setting");
  }

  /** Another fact of {@code pg_settings}, by its column's name. */
  Optional<String> fact(String column) {
    return facts.isPresent() ? facts.get().find(column) : Optional.empty();
  }

  @Override
  public String toString() {
    return name;
  }
}
