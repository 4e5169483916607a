package cn.sunshine.complaint;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.policy.Decisions;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.Rulebook;
import cn.sunshine.policy.WithheldFacts;
import cn.sunshine.processes.JobTypes;
import cn.sunshine.processes.Variables;
import cn.sunshine.rules.Decision;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the machine does in the models of complaints and requests for help. */
@Configuration(proxyBeanMethods = false)
class RequestJobs {

  private record Worker(String jobType, Function<EngineJob, Map<String, Object>> work)
      implements JobHandler {

    @Override
    public Map<String, Object> handle(EngineJob job) {
      return work.apply(job);
    }
  }

  /** Proposes topic, department and severity by the decision table (NT-24). */
  @Bean
  JobHandler sortRequest(
      Cases cases, ComplaintRepository complaints, Packs packs, Decisions decisions, Clock clock) {
    return new Worker(
        JobTypes.SORT_REQUEST,
        job -> {
          CaseFile file = cases.require(job.caseId());
          Rulebook book = packs.rulebook(file.pack(), file.startedAt());
          LocalDate today = LocalDate.now(clock);
          Map<String, Object> facts = new HashMap<>(words(file));
          facts.put("kind", file.process());
          Decision decision = decisions.evaluate(job.header("ruleSet"), book, today, facts);
          // The words of the person stay with the case; the record says what was concluded of them.
          decisions.record(
              file.getId(),
              "acceptance",
              "job:" + job.key(),
              file.pack(),
              today,
              Map.of("kind", file.process()),
              decision);
          complaints
              .lockByCaseId(file.getId())
              .orElseThrow()
              .sort(
                  decision.findings().getFirst().actual().toString(),
                  decision.findings().get(1).actual().toString(),
                  Severity.of(decision.outcome()).orElse(Severity.ORDINARY));
          cases.note(
              file.getId(),
              "system",
              "request-sorted",
              "",
              Map.of("version", decision.version(), "outcome", decision.outcome()));
          return Map.of();
        });
  }

  private static Map<String, Object> words(CaseFile file) {
    return Map.of("subject", file.data().get("subject"), "text", file.data().get("text"));
  }

  /** Gives the words of the person to those who go into the decision about them. */
  @Bean
  WithheldFacts wordsOfTheRequest(Cases cases) {
    return new WithheldFacts() {
      @Override
      public String ruleSet() {
        return "complaint-sorting";
      }

      @Override
      public Map<String, Object> of(String caseId) {
        return words(cases.require(caseId));
      }
    };
  }

  /** Tells the process what the office has found when it accepted. */
  @Bean
  JobHandler acceptRequest(ComplaintRepository complaints) {
    return new Worker(
        JobTypes.ACCEPT_REQUEST,
        job ->
            Map.of(
                Variables.SEVERITY,
                complaints
                    .findByCaseId(job.caseId())
                    .flatMap(Complaint::severity)
                    .orElse(Severity.ORDINARY)
                    .name()));
  }

  /** Lets the clock go on with the working days that are left (NT-21). */
  @Bean
  JobHandler resumeClock(
      Cases cases,
      ComplaintRepository complaints,
      Correspondence correspondence,
      RequestClock requestClock,
      ApplicationEventPublisher events) {
    return new Worker(
        JobTypes.RESUME_CLOCK,
        job -> {
          CaseFile file = cases.require(job.caseId());
          Complaint complaint = complaints.lockByCaseId(file.getId()).orElseThrow();
          String stage = job.text(Variables.STAGE).orElseThrow();
          if (complaint.question().isPresent()) {
            correspondence.step(complaint, "期满没有收到补充情况，按已有情况继续办理");
          }
          complaint.goOn(
              stage.equals(cn.sunshine.processes.Complaint.REPLY)
                  ? RequestState.REPLYING
                  : RequestState.INVESTIGATING);
          int days = requestClock.daysToGoOnWith(complaint);
          cases.note(
              file.getId(),
              "system",
              "clock-resumed",
              "还有 " + days + " 个工作日。",
              Map.of("days", days, "stage", stage));
          events.publishEvent(RequestMoved.of(complaint));
          Map<String, Object> terms = new HashMap<>(termsOf(job));
          terms.put(stage, requestClock.term(days, file.pack()));
          return Map.of(Variables.TERMS, terms);
        });
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> termsOf(EngineJob job) {
    return (Map<String, Object>) job.variables().get(Variables.TERMS);
  }

  /** Shows the answer under the code; the first time the person may object for a while. */
  @Bean
  JobHandler tellResult(
      Cases cases,
      ComplaintRepository complaints,
      Correspondence correspondence,
      RequestClock requestClock,
      Clock clock,
      ApplicationEventPublisher events) {
    return new Worker(
        JobTypes.TELL_RESULT,
        job -> {
          CaseFile file = cases.require(job.caseId());
          Complaint complaint = complaints.lockByCaseId(file.getId()).orElseThrow();
          complaint.tell(clock.instant(), requestClock.objectionUntil(file.pack()));
          boolean reviewed = complaint.reviewedAt().isPresent();
          correspondence.step(complaint, reviewed ? "复查结论已答复您" : "结果已答复您");
          cases.note(file.getId(), "system", "result-told", "", Map.of());
          events.publishEvent(RequestMoved.of(complaint));
          return Map.of(
              Variables.OBJECTION_UNTIL,
              complaint
                  .objectionUntil()
                  .orElseThrow()
                  .atZone(clock.getZone())
                  .toOffsetDateTime()
                  .toString());
        });
  }
}
