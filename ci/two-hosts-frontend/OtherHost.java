import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** pgjdbc on another host than the server; prints what it is told. */
public final class OtherHost {
  private OtherHost() {}

  public static void main(String[] arguments) throws Exception {
    String url = "jdbc:postgresql://" + arguments[1] + "/postgres?user=postgres&connectTimeout=10";
    switch (arguments[0]) {
      case "refused" -> refused(url);
      case "files" -> files(url, Path.of(arguments[2]));
      case "cancel" -> cancel(url);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void refused(String url) {
    try (Connection connection = DriverManager.getConnection(url)) {
      System.out.println("let in");
    } catch (SQLException e) {
      System.out.println(e.getSQLState() + " " + e.getMessage());
    }
  }

  private static void files(String url, Path file) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT pg_read_file('" + file + "')")) {
      rows.next();
      System.out.print("the server's: " + rows.getString(1));
      System.out.print("the frontend's: " + Files.readString(file));
    }
  }

  private static void cancel(String url) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      Thread other =
          new Thread(
              () -> {
                try {
                  TimeUnit.SECONDS.sleep(1);
                  statement.cancel();
                } catch (SQLException | InterruptedException e) {
                  System.out.println(e);
                }
              });
      other.start();
      try {
        statement.execute("SELECT pg_sleep(30)");
        System.out.println("not canceled");
      } catch (SQLException e) {
        System.out.println(e.getSQLState() + " " + e.getMessage());
      }
      other.join();
    }
  }
}
