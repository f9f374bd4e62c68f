package io.pgdouble.engine.plpgsql;

import java.util.ArrayList;
import java.util.List;

/** What INTO and loops put rows into ({@code pl_gram.y: read_into_target}). */
final class TargetReader {
  private final Compilation compilation;
  private final PlScanner scanner;
  private final SqlReader sql;

  TargetReader(Compilation compilation, PlScanner scanner, SqlReader sql) {
    this.compilation = compilation;
    this.scanner = scanner;
    this.sql = sql;
  }

  /** How many rows may come. */
  enum Strictness {
    LOOSE,
    STRICT
  }

  /** Where a row goes. */
  record Into(Datum target, Strictness strictness) {}

  /** Behind INTO, where STRICT may stand. */
  Into intoTarget() {
    PlToken token = scanner.next();
    if (!token.is("strict")) {
      return new Into(target(token), Strictness.LOOSE);
    }
    return new Into(target(scanner.next()), Strictness.STRICT);
  }

  /** The same, where it may not. */
  Datum target() {
    return target(scanner.next());
  }

  private Datum target(PlToken token) {
    if (token.kind() != PlToken.Kind.DATUM) {
      throw sql.notVariableHere();
    }
    if (!token.datum().isRow()) {
      return scalars(token);
    }
    sql.checkAssignable(token.datum(), token);
    PlToken next = scanner.next();
    if (next.isSymbol(",")) {
      throw scanner.error("record variable cannot be part of multiple-item INTO list", next);
    }
    scanner.pushBack(next);
    return token.datum();
  }

  /** {@code read_into_scalar_list}. */
  Datum.RowList scalars(PlToken first) {
    sql.checkAssignable(first.datum(), first);
    List<String> names = new ArrayList<>(List.of(first.name()));
    List<Datum> members = new ArrayList<>(List.of(first.datum()));
    PlToken token = scanner.next();
    while (token.isSymbol(",")) {
      PlToken member = scanner.next();
      if (member.kind() != PlToken.Kind.DATUM) {
        throw sql.notVariableHere();
      }
      sql.checkAssignable(member.datum(), member);
      if (member.datum().isRow()) {
        throw scanner.error("\"" + member.name() + "\" is not a scalar variable", member);
      }
      names.add(member.name());
      members.add(member.datum());
      token = scanner.next();
    }
    scanner.pushBack(token);
    return compilation.add(new Datum.RowList(names, members));
  }

  /** {@code make_scalar_list1}. */
  Datum.RowList single(PlToken scalar) {
    sql.checkAssignable(scalar.datum(), scalar);
    return compilation.add(new Datum.RowList(List.of(scalar.name()), List.of(scalar.datum())));
  }
}
