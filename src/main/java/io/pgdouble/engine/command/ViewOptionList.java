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

  static boolean knows(DefElem option) {
    return option.namespace().isEmpty()
        && (option.name().equals(BARRIER) && truth(option).isPresent()
            || option.name().equals(CHECK) && text(option).isPresent());
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

  static ViewOptionList of(ViewStmt node, Query query) {
    List<String> written = new ArrayList<>();
    boolean checked = node.withCheckOption() != ViewCheckOption.NONE;
    for (DefElem option : node.options()) {
      written.add(option.name().equals(BARRIER) ? barrier(option) : check(option));
      checked |= option.name().equals(CHECK);
    }
    if (node.withCheckOption() != ViewCheckOption.NONE) {
      written.add(CHECK + "=" + node.withCheckOption().name().toLowerCase(Locale.ROOT));
    }
    if (written.stream().map(one -> one.substring(0, one.indexOf('='))).distinct().count()
        < written.size()) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE,
          "parameter \"" + repeated(written) + "\" specified more than once");
    }
    if (checked) {
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

  private static String barrier(DefElem option) {
    return BARRIER + "=" + truth(option).orElseThrow();
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
