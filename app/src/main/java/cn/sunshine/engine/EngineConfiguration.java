package cn.sunshine.engine;

import cn.sunshine.processes.ProcessLibrary;
import io.camunda.zeebe.client.ZeebeClient;
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

  @Bean(destroyMethod = "close")
  ZeebeClient zeebeClient(EngineProperties properties) {
    return ZeebeClient.newClientBuilder()
        .gatewayAddress(properties.address())
        .usePlaintext()
        .applyEnvironmentVariableOverrides(false)
        .defaultRequestTimeout(Duration.ofSeconds(20))
        .numJobWorkerExecutionThreads(6)
        .defaultJobWorkerMaxJobsActive(32)
        .build();
  }
}
