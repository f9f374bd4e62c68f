package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.TypeNames;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.sql.Parser;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Types of variables ({@code pl_gram.y: read_datatype}). */
final class TypeReader {
  private final Compilation compilation;
  private final PlScanner scanner;
  private final SqlReader sql;

  TypeReader(Compilation compilation, PlScanner scanner, SqlReader sql) {
    this.compilation = compilation;
    this.scanner = scanner;
    this.sql = sql;
  }

  PlType read() {
    PlToken first = scanner.next();
    PlToken token = isName(first) ? scanner.next() : first;
    if (isName(first) && token.isSymbol("%")) {
      token = scanner.next();
      Optional<PlType> copied = copied(first, token);
      if (copied.isPresent()) {
        return copied.get();
      }
    }
    PlToken end = skip(token);
    String text = scanner.text(first.start(), end.start()).stripTrailing();
    if (text.isEmpty()) {
      throw scanner.complaint("missing data type declaration");
    }
    PlType type = named(text, first);
    scanner.pushBack(end);
    return type;
  }

  private static boolean isName(PlToken token) {
    return token.kind() == PlToken.Kind.WORD
        || token.kind() == PlToken.Kind.UNRESERVED
        || token.kind() == PlToken.Kind.COMPOUND;
  }

  /** What may follow a type ends it. */
  private PlToken skip(PlToken first) {
    PlToken token = first;
    int depth = 0;
    while (!token.isSymbol(";") && !endsType(token, depth)) {
      if (token.isEnd()) {
        throw scanner.complaint(
            depth != 0 ? "mismatched parentheses" : "incomplete data type declaration");
      }
      if (token.isSymbol("(")) {
        depth++;
      } else if (token.isSymbol(")")) {
        depth--;
      }
      token = scanner.next();
    }
    return token;
  }

  private static boolean endsType(PlToken token, int depth) {
    boolean inList = token.isSymbol(",") || token.isSymbol(")");
    return token.is("collate")
        || token.is("not")
        || token.is("default")
        || token.isAssignment()
        || inList && depth == 0;
  }

  /** {@code parse_datatype}. */
  private PlType named(String text, PlToken at) {
    TypeName name = parsed(text, at);
    try {
      TypeNames.TypeReference type = TypeNames.resolve(name, compilation.analysis);
      return PlType.of(compilation.analysis.catalog(), type.type(), type.typmod());
    } catch (ReportedError error) {
      throw sql.transposed(error.report().without(ErrorField.POSITION).toException(), at.start());
    }
  }

  /** {@code parse_type.c: pts_error_callback}. */
  private TypeName parsed(String text, PlToken at) {
    try {
      return Parser.parseTypeName(text, compilation.settings);
    } catch (ReportedError error) {
      String where = "invalid type name \"" + text + "\"";
      throw sql.transposed(ErrorContexts.line(error.report(), where).toException(), at.start());
    }
  }

  /** {@code %TYPE} and {@code %ROWTYPE}; empty where it is neither. */
  private Optional<PlType> copied(PlToken name, PlToken word) {
    List<String> names = name.names().isEmpty() ? List.of(name.text()) : name.names();
    if (word.isWord("type")) {
      return ofVariable(names).or(() -> names.size() == 1 ? ofType(names) : ofColumn(names));
    }
    return word.isWord("rowtype") ? Optional.of(ofRow(names)) : Optional.empty();
  }

  private Optional<PlType> ofVariable(List<String> names) {
    return compilation
        .namespace
        .find(names.toArray(String[]::new))
        .filter(found -> found.item().kind() == Namespace.Kind.SCALAR)
        .map(found -> ((Datum.Scalar) found.datum()).type);
  }

  /** {@code plpgsql_parse_wordtype}: neither shells nor rows. */
  private Optional<PlType> ofType(List<String> names) {
    return compilation.analysis.searchPath().schemas().stream()
        .flatMap(schema -> compilation.analysis.catalog().typeNamed(schema, names.get(0)).stream())
        .findFirst()
        .filter(type -> type.defined() && type.relation() == 0)
        .map(TypeEntry::oid)
        .map(compilation::type);
  }

  /** {@code plpgsql_parse_cwordtype}. */
  private Optional<PlType> ofColumn(List<String> names) {
    String column = names.get(names.size() - 1);
    return relation(names.subList(0, names.size() - 1))
        .flatMap(relation -> attribute(relation, column))
        .map(found -> PlType.of(compilation.analysis.catalog(), found.type(), found.typmod()));
  }

  private static Optional<AttributeEntry> attribute(RelationEntry relation, String column) {
    return relation.attributes().stream().filter(one -> one.name().equals(column)).findFirst();
  }

  private Optional<RelationEntry> relation(List<String> names) {
    String bare = names.get(names.size() - 1);
    Stream<String> schemas =
        names.size() > 1
            ? Stream.of(names.get(names.size() - 2))
            : compilation.analysis.searchPath().schemas().stream();
    return schemas
        .flatMap(schema -> compilation.analysis.catalog().relation(schema, bare).stream())
        .findFirst();
  }

  private PlType ofRow(List<String> names) {
    String shown = String.join(".", names);
    RelationEntry relation =
        relation(names)
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.UNDEFINED_TABLE, "relation \"" + shown + "\" does not exist"));
    if (relation.rowType() == 0) {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE,
          "relation \"" + names.get(names.size() - 1) + "\" does not have a composite type");
    }
    return compilation.type(relation.rowType());
  }
}
