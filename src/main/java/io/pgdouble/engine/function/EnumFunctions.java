package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.EnumLabels;
import java.util.List;

/** Functions of enum types. Manual: {@code functions-enum}; source: {@code enum.c}. A table. */
final class EnumFunctions {
  private EnumFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "enum_eq" -> (c, a) -> a[0].equals(a[1]);
      case "enum_ne" -> (c, a) -> !a[0].equals(a[1]);
      case "enum_lt" -> (c, a) -> compare(c, a) < 0;
      case "enum_le" -> (c, a) -> compare(c, a) <= 0;
      case "enum_gt" -> (c, a) -> compare(c, a) > 0;
      case "enum_ge" -> (c, a) -> compare(c, a) >= 0;
      case "enum_cmp" -> (c, a) -> Integer.signum(compare(c, a));
      case "enum_smaller" -> (c, a) -> compare(c, a) < 0 ? a[0] : a[1];
      case "enum_larger" -> (c, a) -> compare(c, a) > 0 ? a[0] : a[1];
      case "enum_first" -> (c, a) -> checked(c, ends(c).get(0));
      case "enum_last" -> (c, a) -> checked(c, last(ends(c)));
      case "enum_range_all" -> (c, a) -> range(c, null, null);
      case "enum_range_bounds" -> (c, a) -> range(c, (Long) a[0], (Long) a[1]);
      default -> null;
    };
  }

  private static int compare(CallContext context, Object[] values) {
    if (values[0].equals(values[1])) {
      return 0;
    }
    EnumLabels labels = labels(context);
    return labels.place((Long) values[0]) - labels.place((Long) values[1]);
  }

  private static EnumLabels labels(CallContext context) {
    return context
        .types()
        .userTypes()
        .labels(context.argumentType(0))
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.FEATURE_NOT_SUPPORTED, "could not determine actual enum type"));
  }

  private static List<EnumLabels.Label> ends(CallContext context) {
    List<EnumLabels.Label> labels = labels(context).inOrder();
    if (labels.isEmpty()) {
      throw new ReportedError(
          SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
          "enum "
              + io.pgdouble.type.TypeName.format(context.argumentType(0))
              + " contains no values");
    }
    return labels;
  }

  private static Long checked(CallContext context, EnumLabels.Label label) {
    context.types().userTypes().checkLabel(context.argumentType(0), label);
    return label.oid();
  }

  private static EnumLabels.Label last(List<EnumLabels.Label> labels) {
    return labels.get(labels.size() - 1);
  }

  /** From one label to another; null is open. */
  private static ArrayValue range(CallContext context, Long from, Long to) {
    EnumLabels labels = labels(context);
    int first = from == null ? 0 : labels.place(from);
    int end = to == null ? labels.inOrder().size() : labels.place(to) + 1;
    Object[] found =
        first >= end
            ? new Object[0]
            : labels.inOrder().subList(first, end).stream()
                .map(label -> checked(context, label))
                .toArray();
    return ArrayValue.of(context.argumentType(0), found);
  }
}
