package cn.sunshine.policy;

import cn.sunshine.forms.FormLibrary;
import cn.sunshine.rules.PolicyPacks;
import cn.sunshine.rules.RuleEngine;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

  @Bean
  PolicyPacks policyPacks() {
    return PolicyPacks.load();
  }

  @Bean
  FormLibrary formLibrary(Clock clock) {
    return new FormLibrary(clock);
  }

  @Bean
  RuleEngine ruleEngine(PolicyPacks packs) {
    return new RuleEngine(packs);
  }
}
