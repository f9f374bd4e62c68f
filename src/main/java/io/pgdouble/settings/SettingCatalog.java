package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All settings of one major version, found by name in letters of any case. Immutable. */
public final class SettingCatalog {
  private final Facts facts;

  /** By name in small letters, in the order of SHOW ALL. */
  private final Map<String, Setting> settings = new LinkedHashMap<>();

  private final List<Setting> reported;
  private final Map<String, String> oldNames;

  private SettingCatalog(Facts facts) {
    this.facts = facts;
    List<String> reportedNames = names("reported");
    Set<String> superuserOnly = Set.copyOf(names("superuser_only_settings"));
    Map<String, Map<String, String>> synonyms = synonyms();
    for (FactRow row : facts.table("pg_settings").rows()) {
      String name = row.text("name");
      EnumSet<SettingFlag> more = EnumSet.noneOf(SettingFlag.class);
      if (reportedNames.contains(name)) {
        more.add(SettingFlag.REPORT);
      }
      if (superuserOnly.contains(name)) {
        more.add(SettingFlag.SUPERUSER_ONLY);
      }
      Setting setting = Setting.learned(row, more, synonyms.getOrDefault(name, Map.of()));
      settings.put(AsciiText.lower(name), setting);
    }
    this.reported = reportedNames.stream().map(this::get).collect(Collectors.toUnmodifiableList());
    this.oldNames = oldNames(facts.major());
  }

  public static SettingCatalog of(Facts facts) {
    return new SettingCatalog(facts);
  }

  private List<String> names(String table) {
    return facts.table(table).rows().stream().map(row -> row.text("name")).toList();
  }

  private Map<String, Map<String, String>> synonyms() {
    Map<String, Map<String, String>> synonyms = new HashMap<>();
    for (FactRow row : facts.table("enum_synonyms").rows()) {
      synonyms
          .computeIfAbsent(row.text("name"), name -> new HashMap<>())
          .put(row.text("value"), row.text("canonical"));
    }
    return synonyms;
  }

  /** Names that went out of use and are still understood: {@code map_old_guc_names}. A table. */
  private static Map<String, String> oldNames(int major) {
    Map<String, String> names = new HashMap<>();
    names.put("sort_mem", "work_mem");
    names.put("vacuum_mem", "maintenance_work_mem");
    if (major >= 16) {
      names.put("force_parallel_mode", "debug_parallel_query");
    }
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
    Setting found = settings.get(key);
    return found != null
        ? Optional.of(found)
        : Optional.ofNullable(oldNames.get(key)).map(settings::get);
  }

  /**
   * A setting that must be there.
   *
   * @throws io.pgdouble.error.ReportedError 42704 if there is none
   */
  public Setting get(String name) {
    return find(name).orElseThrow(() -> unrecognized(name).toException());
  }

  static ErrorReport unrecognized(String name) {
    return ErrorReport.error(
        SqlState.UNDEFINED_OBJECT, "unrecognized configuration parameter \"" + name + "\"");
  }

  /** Every setting in the order of SHOW ALL: by name, whatever the letters' case. */
  public Collection<Setting> all() {
    return Collections.unmodifiableCollection(settings.values());
  }

  /** The settings a frontend is told of, in the order in which a session's start tells them. */
  public List<Setting> reported() {
    return reported;
  }
}
