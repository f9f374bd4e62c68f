package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.RelPersistence;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.ViewCheckOption;
import io.pgdouble.engine.tree.ViewStmt;
import io.pgdouble.error.SqlState;
import java.util.List;

/** CREATE VIEW, CREATE RECURSIVE VIEW, REFRESH MATERIALIZED VIEW. */
final class Views {
  private final Grammar g;
  private final Tokens t;

  Views(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement create(RelPersistence persistence) {
    return view(persistence, false);
  }

  Statement replace(RelPersistence persistence) {
    return view(persistence, true);
  }

  private Statement view(RelPersistence persistence, boolean replace) {
    boolean recursive = t.accept(Keyword.RECURSIVE);
    t.expect(Keyword.VIEW);
    RangeVar name = Names.withPersistence(g.names.qualifiedName(), persistence);
    List<String> columns =
        recursive ? g.names.parenthesized(g.names::colId) : g.names.optNameList();
    List<DefElem> options = t.accept(Keyword.WITH) ? new Options(g).reloptions() : List.of();
    t.expect(Keyword.AS);
    SelectStmt query = g.selects.select();
    int location = t.location();
    ViewCheckOption check = checkOption();
    if (recursive && check != ViewCheckOption.NONE) {
      String message = "WITH CHECK OPTION not supported on recursive views";
      throw t.error(SqlState.FEATURE_NOT_SUPPORTED, message, location);
    }
    SelectStmt body = recursive ? RecursiveViews.select(name, columns, query) : query;
    return new ViewStmt(name, columns, body, replace, options, check);
  }

  private ViewCheckOption checkOption() {
    if (!t.accept(Keyword.WITH)) {
      return ViewCheckOption.NONE;
    }
    boolean local = t.accept(Keyword.LOCAL);
    if (!local) {
      t.accept(Keyword.CASCADED);
    }
    t.expect(Keyword.CHECK, Keyword.OPTION);
    return local ? ViewCheckOption.LOCAL : ViewCheckOption.CASCADED;
  }
}
