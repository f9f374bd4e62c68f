package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.copy.CopyFields;
import io.pgdouble.engine.copy.CopyOptions;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.error.ReportedError;
import io.pgdouble.type.DomainIo;
import io.pgdouble.type.TypeIo;
import io.pgdouble.type.Types;
import java.util.Optional;
import java.util.Set;

/** A column of a COPY FROM: what becomes of its texts ({@code InputFunctionCall}). */
final class CopyColumn {
  /** Classes of errors of which no input function says that a text is no value. */
  private static final Set<String> HARD = Set.of("0A", "53", "57", "58", "XX");

  private final AttributeEntry column;
  private final CopyOptions options;
  private final CopyDefaults defaults;
  private final ExecutionContext context;
  private final int index;
  private final boolean notNull;
  private final boolean mayBeNull;
  private final boolean selected;
  private final TypeIo io;
  private final Optional<DomainIo> domain;

  CopyColumn(AttributeEntry column, CopyOptions options, CopyDefaults defaults) {
    this.column = column;
    this.options = options;
    this.defaults = defaults;
    this.context = defaults.context();
    this.index = defaults.indexOf(column);
    this.notNull = options.forceNotNull().has(column.name());
    this.mayBeNull = options.forceNull().has(column.name());
    this.selected = options.selected().has(column.name());
    this.io = Types.io(column.type());
    this.domain =
        context
            .types()
            .userTypes()
            .io(column.type())
            .filter(DomainIo.class::isInstance)
            .map(DomainIo.class::cast);
  }

  String name() {
    return column.name();
  }

  int type() {
    return column.type();
  }

  int typmod() {
    return column.typmod();
  }

  TypeIo io() {
    return io;
  }

  /** Its place in a row. */
  int index() {
    return index;
  }

  /** What is read of a text: null is a null. */
  String text(String field) {
    if (!selected) {
      return null;
    }
    if (field == null) {
      return notNull ? options.nullText() : null;
    }
    return mayBeNull && field.equals(options.nullText()) ? null : field;
  }

  /** A text as it stood in the data. */
  String shown(String text) {
    return text == CopyFields.DEFAULT ? options.defaultText().orElseThrow() : text;
  }

  Object value(String text) {
    if (text == null) {
      return absent();
    }
    return text == CopyFields.DEFAULT
        ? defaults.value(index)
        : io.input(text, column.typmod(), context.types());
  }

  /** Input functions are asked for NULL, too, and {@code domain_in} has something to say. */
  Object absent() {
    if (domain.isPresent() && selected) {
      context.types().userTypes().checkDomain(column.type(), null);
    }
    return null;
  }

  /** Whether an error says that a text is no value, and not that something went wrong. */
  boolean isSoft(String text, ReportedError error) {
    String code = error.report().code();
    if (text == CopyFields.DEFAULT || HARD.contains(code.substring(0, 2))) {
      return false;
    }
    return domain.isEmpty() || code.startsWith("23") || text != null && isNoBase(text);
  }

  /** Whether it is not even one of the domain's base type. */
  private boolean isNoBase(String text) {
    DomainIo own = domain.orElseThrow();
    try {
      Types.io(own.base()).input(text, own.typmod(), context.types());
      return false;
    } catch (ReportedError e) {
      return true;
    }
  }
}
