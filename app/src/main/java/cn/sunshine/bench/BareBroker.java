package cn.sunshine.bench;

import cn.sunshine.processes.ProcessModel;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.PartitionInfo;
import io.camunda.zeebe.client.api.worker.JobHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/**
 * The broker with no application behind it: what it does alone is the limit of what the application
 * can do with it. Its workers are set up as the application's are.
 */
final class BareBroker implements AutoCloseable {

  private static final int WORKER_THREADS = 6;
  private static final int JOBS_AT_ONCE = 32;
  private static final int OK = 200;

  private final String management;
  private final ZeebeClient client;

  /**
   * @param properties where it is, as the application would be told
   */
  BareBroker(Map<String, Object> properties) {
    management = properties.get("sunshine.zeebe.management").toString();
    client =
        ZeebeClient.newClientBuilder()
            .grpcAddress(URI.create("http://" + properties.get("sunshine.zeebe.address")))
            .usePlaintext()
            .applyEnvironmentVariableOverrides(false)
            .defaultRequestTimeout(Duration.ofSeconds(20))
            .numJobWorkerExecutionThreads(WORKER_THREADS)
            .defaultJobWorkerMaxJobsActive(JOBS_AT_ONCE)
            .build();
  }

  ZeebeClient client() {
    return client;
  }

  EngineMetrics metrics() {
    return new EngineMetrics(management);
  }

  /** Deploys the models once it has taken up its partition: healthy it says it is before that. */
  void deploy(Collection<ProcessModel> models) throws InterruptedException {
    Patience.until(this::leads);
    models.forEach(
        model ->
            client
                .newDeployResourceCommand()
                .addResourceBytes(model.xml(), model.resourceName())
                .send()
                .join());
  }

  private boolean leads() {
    return client.newTopologyRequest().send().join().getBrokers().stream()
        .flatMap(broker -> broker.getPartitions().stream())
        .anyMatch(PartitionInfo::isLeader);
  }

  /** Opens a worker that lives as long as the broker. */
  void work(String jobType, JobHandler handler) {
    client
        .newWorker()
        .jobType(jobType)
        .handler(handler)
        .timeout(Duration.ofSeconds(15))
        .streamEnabled(false)
        .pollInterval(Duration.ofMillis(200))
        .open();
  }

  /** Moves its clock forward. */
  void advance(Duration by) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(management + "/actuator/clock/add"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"offsetMilli\":" + by.toMillis() + "}"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != OK) {
        throw new IllegalStateException("the broker's clock answered " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
