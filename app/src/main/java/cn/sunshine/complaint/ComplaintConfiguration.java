package cn.sunshine.complaint;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The two kinds of case: they go different ways in their models and are one thing to the office.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ComplaintProperties.class)
class ComplaintConfiguration {

  @Bean
  RequestCase complaintCase(
      RequestTasks tasks, ComplaintRepository complaints, Correspondence correspondence) {
    return new RequestCase(RequestKind.COMPLAINT, tasks, complaints, correspondence);
  }

  @Bean
  RequestCase helpRequestCase(
      RequestTasks tasks, ComplaintRepository complaints, Correspondence correspondence) {
    return new RequestCase(RequestKind.HELP_REQUEST, tasks, complaints, correspondence);
  }
}
