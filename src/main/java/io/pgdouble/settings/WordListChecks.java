package io.pgdouble.settings;

import java.util.List;
import java.util.Set;

/** Checks of settings that hold a list of words. */
final class WordListChecks {
  private static final String BAD_LIST = "List syntax is invalid.";
  private static final Set<String> RESOURCE_MANAGERS =
      Set.of("all", "heap2", "heap", "btree", "hash", "gin", "gist", "sequence", "spgist", "brin");

  private WordListChecks() {}

  static Object anyList(SettingCheck.Request request) {
    words(request);
    return request.value();
  }

  private static List<String> words(SettingCheck.Request request) {
    return IdentifierList.split(request.text()).orElseThrow(() -> request.refused(BAD_LIST));
  }

  private static Object only(SettingCheck.Request request, Set<String> known) {
    for (String word : words(request)) {
      if (!known.contains(word)) {
        throw request.refused("Unrecognized key word: \"" + word + "\".");
      }
    }
    return request.value();
  }

  /** {@code user.c: check_createrole_self_grant}. */
  static Object createRoleSelfGrant(SettingCheck.Request request) {
    return only(request, Set.of("set", "inherit"));
  }

  /** {@code postgres.c: check_restrict_nonsystem_relation_kind}. */
  static Object relationKinds(SettingCheck.Request request) {
    return only(request, Set.of("view", "foreign-table"));
  }

  /** {@code xlog.c: check_wal_consistency_checking}: resource managers whose pages are masked. */
  static Object resourceManagers(SettingCheck.Request request) {
    return only(request, RESOURCE_MANAGERS);
  }
}
