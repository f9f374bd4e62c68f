package io.pgdouble.conformance;

import io.pgdouble.reference.Reference;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A real PostgreSQL as a server to play cases on.
 *
 * @param reference started, and ended with this
 */
public record ReferenceServer(Reference reference) implements OwnServer {

  /** Starts or finds the server of that name. */
  public static ReferenceServer start(String spec) {
    return new ReferenceServer(Reference.start(spec));
  }

  @Override
  public String name() {
    return "PostgreSQL " + reference.version() + " (" + reference.spec() + ")";
  }

  @Override
  public InetSocketAddress address() {
    return new InetSocketAddress(reference.host(), reference.port());
  }

  @Override
  public Optional<PostmasterSignals> postmasterSignals() {
    return reference.postmasterPid().stream()
        .mapToObj(pid -> (PostmasterSignals) new ProcessSignals(pid))
        .findFirst();
  }

  @Override
  public Optional<Path> socketDirectory() {
    return reference.socketDirectory();
  }

  @Override
  public Optional<Starter> starter() {
    return reference
        .starter()
        .map(starter -> wish -> new ReferenceServer(starter.start(wish.settings(), wish.roles())));
  }

  @Override
  public void close() {
    reference.close();
  }
}
