import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** pgjdbc against whatever server the environment names: every method of the cases is a case. */
public final class PgjdbcTest {
  private static final List<String> QUERY_MODES =
      List.of("simple", "extended", "extendedForPrepared", "extendedCacheEverything");

  private PgjdbcTest() {}

  public static void main(String[] args) throws SQLException {
    List<String> failures = new ArrayList<>();
    int played = 0;
    for (String mode : QUERY_MODES) {
      for (Method test : tests()) {
        played++;
        play(test, mode).ifPresent(why -> failures.add(mode + " " + test.getName() + ": " + why));
      }
    }
    failures.forEach(System.out::println);
    System.out.println(played + " played, " + failures.size() + " failed");
    System.exit(failures.isEmpty() ? 0 : 1);
  }

  private static List<Method> tests() {
    return Stream.of(PgjdbcCases.class.getDeclaredMethods())
        .filter(m -> !Modifier.isPrivate(m.getModifiers()))
        .filter(m -> Arrays.equals(m.getParameterTypes(), new Class<?>[] {Connection.class}))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private static java.util.Optional<String> play(Method test, String mode) throws SQLException {
    try (Connection connection = connect(mode)) {
      test.invoke(null, connection);
      return java.util.Optional.empty();
    } catch (InvocationTargetException e) {
      return java.util.Optional.of(String.valueOf(e.getCause()));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  static Connection connect(String queryMode) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("preferQueryMode", queryMode);
    properties.setProperty("prepareThreshold", "2");
    return connect(properties);
  }

  static Connection connect(Properties properties) throws SQLException {
    properties.putIfAbsent("user", System.getenv("PGUSER"));
    String password = System.getenv("PGPASSWORD");
    if (password != null && !password.isEmpty()) {
      properties.setProperty("password", password);
    }
    String url =
        "jdbc:postgresql://"
            + System.getenv("PGHOST")
            + ":"
            + System.getenv("PGPORT")
            + "/"
            + System.getenv("PGDATABASE");
    return DriverManager.getConnection(url, properties);
  }
}
