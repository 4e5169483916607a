package cn.sunshine.engine;

import cn.sunshine.processes.ProcessLibrary;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.impl.ZeebeClientBuilderImpl;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineProperties.class)
class EngineConfiguration {

  @Bean
  ProcessLibrary processLibrary() {
    return ProcessLibrary.onClassPath();
  }

  @Bean
  EngineConnection engineConnection(EngineProperties properties) {
    ZeebeClientBuilderImpl settings = new ZeebeClientBuilderImpl();
    settings
        .grpcAddress(URI.create("http://" + properties.address()))
        .usePlaintext()
        .applyEnvironmentVariableOverrides(false)
        .defaultRequestTimeout(Duration.ofSeconds(20))
        .numJobWorkerExecutionThreads(6)
        .defaultJobWorkerMaxJobsActive(32);
    return new EngineConnection(settings);
  }

  /** Closed by its connection. */
  @Bean(destroyMethod = "")
  ZeebeClient zeebeClient(EngineConnection connection) {
    return connection.client();
  }
}
