package cn.sunshine.clock;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockProperties.class)
class ClockConfiguration {

  /** All terms and dates of the policy documents are meant in China's time. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Bean
  MovableClock clock(ClockProperties properties, ClockOffsetFile offsetFile) {
    Clock machine = Clock.system(ZONE);
    return new MovableClock(
        machine, properties.demoClock() ? offsetFile.read() : java.time.Duration.ZERO);
  }

  @Bean
  ClockOffsetFile clockOffsetFile(ClockProperties properties) {
    return new ClockOffsetFile(properties.dataDir());
  }
}
