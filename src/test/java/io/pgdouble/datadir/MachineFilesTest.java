package io.pgdouble.datadir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.engine.function.FileAccessException;
import io.pgdouble.engine.function.ServerFileSystem.Section;
import io.pgdouble.error.ReportedError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server may see of the machine the double runs on. */
class MachineFilesTest {
  @TempDir private Path folder;
  private Path data;
  private MachineFiles confined;
  private MachineFiles rooted;

  @BeforeEach
  void makeFiles() throws IOException {
    data = Files.createDirectories(folder.resolve("data"));
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.createDirectories(root.resolve("etc"));
    Files.createDirectories(data.resolve("base"));
    Files.writeString(folder.resolve("secret"), "the frontend's");
    Files.writeString(root.resolve("secret"), "the server's");
    Files.writeString(data.resolve("PG_VERSION"), "16\n");
    Files.createSymbolicLink(root.resolve("etc/absolute"), Path.of("/secret"));
    Files.createSymbolicLink(root.resolve("etc/climbing"), Path.of("../../../../secret"));
    Files.createSymbolicLink(root.resolve("etc/away"), folder.resolve("secret"));
    Files.createSymbolicLink(data.resolve("away"), folder.resolve("secret"));
    Files.createSymbolicLink(data.resolve("climbing"), Path.of("../secret"));
    confined = new MachineFiles(Optional.of(data), Optional.empty());
    rooted = new MachineFiles(Optional.of(data), Optional.of(root));
  }

  private static String read(MachineFiles files, String path) {
    try {
      return new String(files.read(path, new Section(0, Optional.empty())), StandardCharsets.UTF_8);
    } catch (FileAccessException e) {
      return e.getMessage();
    }
  }

  @Test
  void absolute_paths_begin_at_the_root_that_was_given() {
    assertThat(read(rooted, "/secret")).isEqualTo("the server's");
    assertThat(read(rooted, folder + "/secret")).isEqualTo("No such file or directory");
  }

  @Test
  void the_data_directory_stands_at_its_own_path_whatever_the_root_is() {
    assertThat(read(rooted, data + "/PG_VERSION")).isEqualTo("16\n");
    assertThat(read(confined, data + "/PG_VERSION")).isEqualTo("16\n");
    assertThat(read(confined, "PG_VERSION")).isEqualTo("16\n");
  }

  @Test
  void symbolic_links_are_followed_as_the_server_sees_them_and_do_not_lead_out() {
    assertThat(read(rooted, "/etc/absolute")).isEqualTo("the server's");
    assertThat(read(rooted, "/etc/climbing")).isEqualTo("the server's");
    assertThat(read(rooted, "/etc/away")).isEqualTo("No such file or directory");
    assertThat(read(rooted, "away")).isEqualTo("No such file or directory");
  }

  @Test
  void without_a_root_nothing_is_seen_outside_of_the_data_directory() {
    for (String path :
        new String[] {"/secret", "../secret", "away", "climbing", folder.toString()}) {
      assertThatThrownBy(() -> read(confined, path))
          .as(path)
          .isInstanceOf(ReportedError.class)
          .hasMessageContaining("pgdouble does not simulate files outside");
    }
  }

  @Test
  void where_postgresql_keeps_data_nothing_is_said_to_be_missing() {
    assertThatThrownBy(() -> read(confined, "base/1/1259"))
        .isInstanceOf(ReportedError.class)
        .hasMessageContaining("pgdouble does not simulate the file \"base/1\"");
    assertThatThrownBy(() -> confined.names("base"))
        .isInstanceOf(ReportedError.class)
        .hasMessageContaining("pgdouble does not simulate the directory \"base\"");
    assertThat(read(confined, "base/pgsql_tmp")).isEqualTo("No such file or directory");
    assertThat(read(confined, "none")).isEqualTo("No such file or directory");
  }
}
