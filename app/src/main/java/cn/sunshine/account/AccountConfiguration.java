package cn.sunshine.account;

import com.github.benmanes.caffeine.cache.Ticker;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountProperties.class)
class AccountConfiguration {

  @Bean
  PasswordHashes passwordHashes() {
    return new PasswordHashes(Ticker.systemTicker());
  }

  @Bean
  LogInThrottle logInThrottle(AccountProperties properties) {
    return new LogInThrottle(properties.logIn(), Ticker.systemTicker());
  }
}
