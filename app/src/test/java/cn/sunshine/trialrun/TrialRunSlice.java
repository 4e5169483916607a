package cn.sunshine.trialrun;

import cn.sunshine.DatabaseSlice;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import tools.jackson.databind.json.JsonMapper;

/** Trial runs with the database and nothing else: any books, not only those of a policy change. */
@DatabaseSlice
@ComponentScan(
    value = {
      "cn.sunshine.trialrun",
      "cn.sunshine.policy",
      "cn.sunshine.audit",
      "cn.sunshine.region",
      "cn.sunshine.clock"
    },
    excludeFilters = {
      @ComponentScan.Filter(
          type = FilterType.ASSIGNABLE_TYPE,
          classes = {ChangeTrials.class, TrialRunLive.class, TrialRunPage.class}),
      @ComponentScan.Filter(
          type = FilterType.ANNOTATION,
          classes = org.springframework.web.bind.annotation.RestController.class),
      @ComponentScan.Filter(type = FilterType.REGEX, pattern = "cn.sunshine.policy(\\.\\w+)+Page"),
      @ComponentScan.Filter(type = FilterType.REGEX, pattern = "cn.sunshine.policychange.*")
    })
class TrialRunSlice {

  @Bean
  JsonMapper json() {
    return new JsonMapper();
  }
}
