package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.UpdatableViews;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.NameValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.engine.tree.ViewCheckOption;
import io.pgdouble.engine.tree.ViewStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** WITH (…) and WITH CHECK OPTION of a view ({@code view.c: DefineView}). */
record ViewOptionList(List<String> written) {
  private static final String BARRIER = "security_barrier";
  private static final String CHECK = "check_option";
  private static final String INVOKER = "security_invoker";
  private static final int FIRST_WITH_INVOKER = 15;

  static boolean knows(DefElem option) {
    return option.namespace().isEmpty()
        && (isFlag(option) && truth(option).isPresent()
            || option.name().equals(CHECK) && text(option).isPresent());
  }

  private static boolean isFlag(DefElem option) {
    return option.name().equals(BARRIER) || option.name().equals(INVOKER);
  }

  private static Optional<String> text(DefElem option) {
    Node value = option.arg().orElse(null);
    if (value instanceof NameValue word) {
      return Optional.of(word.name());
    }
    if (value instanceof TypeName word && word.names().size() == 1) {
      return Optional.of(word.names().get(0));
    }
    return value instanceof StringValue text ? Optional.of(text.value()) : Optional.empty();
  }

  /** Nothing said is true. */
  private static Optional<String> truth(DefElem option) {
    if (option.arg().isEmpty()) {
      return Optional.of("true");
    }
    if (option.arg().get() instanceof BooleanValue value) {
      return Optional.of(Boolean.toString(value.value()));
    }
    return text(option).filter(one -> one.equals("true") || one.equals("false"));
  }

  static ViewOptionList of(ViewStmt node, Query query, SessionMemory memory) {
    List<String> written = written(node.options(), memory);
    if (node.withCheckOption() != ViewCheckOption.NONE) {
      written.add(CHECK + "=" + node.withCheckOption().name().toLowerCase(Locale.ROOT));
    }
    return checked(written, query);
  }

  /** Those of a list, for a view of this query. */
  static ViewOptionList of(List<DefElem> options, Query query, SessionMemory memory) {
    return checked(written(options, memory), query);
  }

  private static List<String> written(List<DefElem> options, SessionMemory memory) {
    List<String> written = new ArrayList<>();
    for (DefElem option : options) {
      boolean known = memory.changes().facts().major() >= FIRST_WITH_INVOKER;
      if (option.name().equals(INVOKER) && !known) {
        throw new ReportedError(
            SqlState.INVALID_PARAMETER_VALUE, "unrecognized parameter \"" + INVOKER + "\"");
      }
      written.add(isFlag(option) ? flag(option) : check(option));
    }
    return written;
  }

  private static ViewOptionList checked(List<String> written, Query query) {
    if (written.stream().map(one -> one.substring(0, one.indexOf('='))).distinct().count()
        < written.size()) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE,
          "parameter \"" + repeated(written) + "\" specified more than once");
    }
    if (written.stream().anyMatch(one -> one.startsWith(CHECK))) {
      requireUpdatable(query);
    }
    return new ViewOptionList(List.copyOf(written));
  }

  private static String repeated(List<String> written) {
    List<String> names = written.stream().map(one -> one.substring(0, one.indexOf('='))).toList();
    return names.stream()
        .filter(one -> names.indexOf(one) != names.lastIndexOf(one))
        .findFirst()
        .orElseThrow();
  }

  private static String flag(DefElem option) {
    return option.name() + "=" + truth(option).orElseThrow();
  }

  private static String check(DefElem option) {
    String value = text(option).orElseThrow();
    if (!value.equals("local") && !value.equals("cascaded")) {
      throw ErrorReport.error(
              SqlState.INVALID_PARAMETER_VALUE,
              "invalid value for enum option \"check_option\": " + value)
          .withDetail("Valid values are \"local\" and \"cascaded\".")
          .toException();
    }
    return CHECK + "=" + value;
  }

  private static void requireUpdatable(Query query) {
    Optional<String> obstacle = UpdatableViews.obstacleToValues(query);
    if (obstacle.isPresent()) {
      throw ErrorReport.error(
              SqlState.FEATURE_NOT_SUPPORTED,
              "WITH CHECK OPTION is supported only on automatically updatable views")
          .withHint(obstacle.get())
          .toException();
    }
  }

  /** What an older view said is forgotten. */
  void store(CatalogRows rows, RelationEntry view) {
    Optional<String> options =
        written.isEmpty() ? Optional.empty() : Optional.of("{" + String.join(",", written) + "}");
    rows.change("pg_class", Integer.toUnsignedString(view.oid()), "reloptions", options);
  }
}
