package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import io.pgdouble.facts.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All settings of one major version, found by name in letters of any case. A setting is made when
 * it is first asked for, so that a server's start pays for few. Immutable in what it answers.
 */
public final class SettingCatalog {
  private final Facts facts;
  private final FactTable table;

  /** Names in small letters, in the order of SHOW ALL, and the rows they stand in. */
  private final Map<String, Integer> rows = new LinkedHashMap<>(1024);

  private final Map<String, Setting> made = new ConcurrentHashMap<>();
  private final Set<String> reportedNames;
  private final List<Setting> reported;
  private final Map<String, String> oldNames;

  private SettingCatalog(Facts facts) {
    this.facts = facts;
    this.table = facts.table("pg_settings");
    for (int i = 0; i < table.size(); i++) {
      rows.put(AsciiText.lower(table.key(i)), i);
    }
    List<String> names = names("reported");
    this.reportedNames = Set.copyOf(names);
    List<Setting> settings = new ArrayList<>();
    for (String name : names) {
      settings.add(get(name));
    }
    this.reported = Collections.unmodifiableList(settings);
    this.oldNames = oldNames(facts.major());
  }

  public static SettingCatalog of(Facts facts) {
    return new SettingCatalog(facts);
  }

  private List<String> names(String of) {
    List<String> names = new ArrayList<>();
    FactTable list = facts.table(of);
    for (int i = 0; i < list.size(); i++) {
      names.add(list.key(i));
    }
    return names;
  }

  private Setting made(String key) {
    Setting known = made.get(key);
    if (known == null && rows.containsKey(key)) {
      made.putIfAbsent(key, learned(table.row(rows.get(key))));
      known = made.get(key);
    }
    return known;
  }

  private Setting learned(FactRow row) {
    String name = row.text("name");
    EnumSet<SettingFlag> more = EnumSet.noneOf(SettingFlag.class);
    if (reportedNames.contains(name)) {
      more.add(SettingFlag.REPORT);
    }
    if (names("superuser_only_settings").contains(name)) {
      more.add(SettingFlag.SUPERUSER_ONLY);
    }
    boolean enumeration = row.text("vartype").equals("enum");
    return Setting.learned(row, more, enumeration ? synonyms(name) : Map.of());
  }

  private Map<String, String> synonyms(String name) {
    Map<String, String> synonyms = new HashMap<>(UnlistedSpellings.of(name));
    for (FactRow row : facts.table("enum_synonyms").rows()) {
      if (row.text("name").equals(name)) {
        synonyms.put(row.text("value"), row.text("canonical"));
      }
    }
    return synonyms;
  }

  /** Names that went out of use and are still understood: {@code map_old_guc_names}. A table. */
  private static Map<String, String> oldNames(int major) {
    Map<String, String> names = new HashMap<>();
    names.put("sort_mem", "work_mem");
    names.put("vacuum_mem", "maintenance_work_mem");
    if (major >= 18) {
      names.put("ssl_ecdh_curve", "ssl_groups");
    }
    return Collections.unmodifiableMap(names);
  }

  /** The facts this catalog was made of. */
  public Facts facts() {
    return facts;
  }

  /** A setting by its name in letters of any case, or by a name it once had. */
  public Optional<Setting> find(String name) {
    String key = AsciiText.lower(name);
    Setting found = made(key);
    if (found == null && oldNames.containsKey(key)) {
      found = made(oldNames.get(key));
    }
    return Optional.ofNullable(found);
  }

  /**
   * A setting that must be there.
   *
   * @throws io.pgdouble.error.ReportedError 42704 if there is none
   */
  public Setting get(String name) {
    Setting found = made(AsciiText.lower(name));
    if (found != null) {
      return found;
    }
    return find(name).orElseThrow(() -> unrecognized(name).toException());
  }

  static ErrorReport unrecognized(String name) {
    return ErrorReport.error(
        SqlState.UNDEFINED_OBJECT, "unrecognized configuration parameter \"" + name + "\"");
  }

  /** Every setting in the order of SHOW ALL: by name, whatever the letters' case. */
  public List<Setting> all() {
    List<Setting> all = new ArrayList<>();
    for (String key : rows.keySet()) {
      all.add(made(key));
    }
    return all;
  }

  /** The settings a frontend is told of, in the order in which a session's start tells them. */
  public List<Setting> reported() {
    return reported;
  }
}
