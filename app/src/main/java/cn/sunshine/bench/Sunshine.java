package cn.sunshine.bench;

import cn.sunshine.embedded.Installation;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole system, running, for a benchmark to work with. */
record Sunshine(Installation installation, ConfigurableApplicationContext context) {

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  String address() {
    return installation.address();
  }

  EngineMetrics metrics() {
    return new EngineMetrics(
        installation.services().properties().get("sunshine.zeebe.management").toString());
  }
}
