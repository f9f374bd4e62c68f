package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.IndexNames;
import io.pgdouble.engine.tree.IndexElem;
import java.util.ArrayList;
import java.util.List;

/** Names for the columns of an index ({@code indexcmds.c: ChooseIndexColumnNames}). */
record IndexColumnNames(SessionMemory memory) {

  List<String> of(List<IndexElem> elements, List<String> included) {
    List<String> names = new ArrayList<>();
    for (IndexElem element : elements) {
      String name = element.name().orElseGet(() -> ofExpression(element));
      names.add(distinct(name, names));
    }
    for (String column : included) {
      names.add(distinct(column, names));
    }
    return names;
  }

  private String ofExpression(IndexElem element) {
    return IndexNames.of(memory.analysis(memory.execution()), element.expr().orElseThrow());
  }

  private static String distinct(String name, List<String> others) {
    String chosen = name;
    for (int i = 1; others.contains(chosen); i++) {
      String suffix = Integer.toString(i);
      chosen = ObjectNames.clipped(name, ObjectNames.MAX_BYTES - suffix.length()) + suffix;
    }
    return chosen;
  }
}
