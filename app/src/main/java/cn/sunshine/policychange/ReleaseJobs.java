package cn.sunshine.policychange;

import cn.sunshine.account.Role;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.processes.JobTypes;
import cn.sunshine.processes.Variables;
import cn.sunshine.region.RegionLevel;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the machine does in the model of a change of policy. */
@Configuration(proxyBeanMethods = false)
class ReleaseJobs {

  private record Worker(String jobType, Function<EngineJob, Map<String, Object>> work)
      implements JobHandler {

    @Override
    public Map<String, Object> handle(EngineJob job) {
      return work.apply(job);
    }
  }

  /** The pack's root region is a province, a city or a county: the office is at its level. */
  @Bean
  JobHandler preparePolicyChange(Cases cases) {
    return new Worker(
        JobTypes.PREPARE_POLICY_CHANGE,
        job -> {
          String region = cases.require(job.caseId()).region();
          RegionLevel level = RegionLevel.ofCode(region).orElseThrow();
          return Map.of(
              Variables.APPROVAL_OFFICE,
              Role.POLICY_APPROVER.code() + "@" + level.name().toLowerCase(Locale.ROOT));
        });
  }

  @Bean
  JobHandler scheduleRelease(Changes changes, Clock clock) {
    return new Worker(
        JobTypes.SCHEDULE_RELEASE,
        job -> {
          Instant now = clock.instant();
          Instant at =
              changes
                  .ofCase(job.caseId())
                  .orElseThrow()
                  .effectiveOn()
                  .map(day -> day.atStartOfDay(clock.getZone()).toInstant())
                  .filter(midnight -> midnight.isAfter(now))
                  .orElse(now);
          return Map.of(
              Variables.RELEASE_AT,
              DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(clock.getZone())));
        });
  }

  @Bean
  JobHandler releasePolicy(Cases cases, Changes changes, ChangeRepository repository) {
    return new Worker(
        JobTypes.RELEASE_POLICY,
        job -> {
          CaseFile file = cases.require(job.caseId());
          PolicyChange change = repository.lockByCaseId(file.getId()).orElseThrow();
          changes.release(change);
          repository.saveAndFlush(change);
          cases.note(
              file.getId(),
              "system",
              "policy-released",
              change.title(),
              Map.of("change", change.id()));
          return Map.of();
        });
  }
}
