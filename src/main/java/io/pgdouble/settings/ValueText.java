package io.pgdouble.settings;

import java.util.Set;

/** Values to texts: {@code guc.c: ShowGUCOption}. */
final class ValueText {
  /** Modes of files, which are shown in octal. */
  private static final Set<String> OCTAL =
      Set.of("data_directory_mode", "log_file_mode", "unix_socket_permissions");

  private ValueText() {}

  /** As SHOW prints it, in the greatest unit that fits. */
  static String shown(Setting setting, Object value) {
    if (setting.unit().isEmpty()) {
      return setting(setting, value);
    }
    SettingUnit unit = setting.unit().get();
    if (value instanceof Integer number && number > 0) {
      return unit.show(number.intValue());
    }
    if (value instanceof Double number && number > 0) {
      return unit.show(number.doubleValue());
    }
    return plain(setting, value);
  }

  /** As {@code pg_settings.setting} has it, without the unit. */
  static String setting(Setting setting, Object value) {
    return OCTAL.contains(setting.name())
        ? String.format("%04o", (Integer) value)
        : plain(setting, value);
  }

  /** As {@code pg_settings.reset_val} has it: the value itself, without the unit. */
  static String plain(Setting setting, Object value) {
    return switch (setting.kind()) {
      case BOOL -> (Boolean) value ? "on" : "off";
      case INTEGER -> value.toString();
      case REAL -> RealText.of((Double) value);
      case STRING, ENUM -> (String) value;
    };
  }
}
