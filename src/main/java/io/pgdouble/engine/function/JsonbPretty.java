package io.pgdouble.engine.function;

import io.pgdouble.type.Jsonb;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.List;

/** {@code jsonb_pretty}. Source: {@code jsonb.c: JsonbToCStringIndent}. */
final class JsonbPretty {
  private static final String INDENT = "    ";

  private final TypeEnvironment environment;
  private final StringBuilder text = new StringBuilder();

  private JsonbPretty(TypeEnvironment environment) {
    this.environment = environment;
  }

  static String of(Jsonb value, TypeEnvironment environment) {
    JsonbPretty pretty = new JsonbPretty(environment);
    pretty.write(value, 0);
    return pretty.text.toString();
  }

  private void write(Jsonb value, int level) {
    if (value instanceof Jsonb.Object object) {
      object(object.members(), level);
    } else if (value instanceof Jsonb.Array array) {
      array(array.elements(), level);
    } else {
      text.append(Types.io(TypeOid.JSONB).output(value, environment));
    }
  }

  private void object(List<Jsonb.Member> members, int level) {
    text.append('{');
    for (int i = 0; i < members.size(); i++) {
      newLine(i, level + 1);
      write(new Jsonb.Text(members.get(i).key()), level);
      text.append(": ");
      write(members.get(i).value(), level + 1);
    }
    end(level).append('}');
  }

  private void array(List<Jsonb> elements, int level) {
    text.append('[');
    for (int i = 0; i < elements.size(); i++) {
      newLine(i, level + 1);
      write(elements.get(i), level + 1);
    }
    end(level).append(']');
  }

  private void newLine(int index, int level) {
    text.append(index == 0 ? "" : ",").append('\n').append(INDENT.repeat(level));
  }

  private StringBuilder end(int level) {
    return text.append('\n').append(INDENT.repeat(level));
  }
}
