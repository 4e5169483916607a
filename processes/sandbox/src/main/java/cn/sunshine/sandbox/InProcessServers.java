package cn.sunshine.sandbox;

import io.grpc.InsecureServerCredentials;
import io.grpc.ServerBuilder;
import io.grpc.ServerCredentials;
import io.grpc.ServerProvider;
import io.grpc.inprocess.InProcessServerBuilder;

/**
 * The engine in memory offers its gateway on a port of all networks; with this, on none: only this
 * JVM reaches it, by the number as a name.
 */
final class InProcessServers extends ServerProvider {

  @Override
  protected boolean isAvailable() {
    return true;
  }

  @Override
  protected int priority() {
    return 10;
  }

  @Override
  protected ServerBuilder<?> builderForPort(int port) {
    return InProcessServerBuilder.forName(Integer.toString(port));
  }

  @Override
  protected NewServerBuilderResult newServerBuilderForPort(
      int port, ServerCredentials credentials) {
    return credentials instanceof InsecureServerCredentials
        ? NewServerBuilderResult.serverBuilder(builderForPort(port))
        : NewServerBuilderResult.error("without encryption only");
  }
}
