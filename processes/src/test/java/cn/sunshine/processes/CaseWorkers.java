package cn.sunshine.processes;

import io.camunda.zeebe.client.api.response.ActivatedJob;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Does one case's jobs as the app's workers do, with the answers that a test has set, and keeps
 * what was done.
 */
final class CaseWorkers {

  /** How many working days a clock that goes on has left. */
  static final String DAYS_LEFT = "daysLeft";

  /** How long who complained may object. */
  static final Duration OBJECTION_DAYS = Duration.ofDays(14);

  /** When the reviews of a round begin, from its planning. */
  static final Duration REVIEWS_IN = Duration.ofDays(10);

  /** When an approved change of policy takes effect, from its approval. */
  static final Duration RELEASE_IN = Duration.ofDays(3);

  private static final Duration NOTICE_DAYS = Duration.ofDays(7);
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final TestEngine engine;
  private final String caseId;
  private final List<String> done = new ArrayList<>();
  private final Map<String, Object> answers = new HashMap<>();
  private int notices;
  private Instant noticeUntil = Instant.EPOCH;

  CaseWorkers(TestEngine engine, String caseId) {
    this.engine = engine;
    this.caseId = caseId;
    answers.put("application", "ELIGIBLE");
    answers.put("compared", "ELIGIBLE");
    answers.put("final", "ELIGIBLE");
    answers.put(Variables.OUT_OF_COUNTY, false);
    answers.put(Variables.OPEN_DOUBTS, 0);
    answers.put(Variables.SEVERITY, "ORDINARY");
    answers.put(DAYS_LEFT, 3);
    answers.put(Variables.RETURNED, false);
    answers.put(Variables.HOUSEHOLD_SIGNS, FiveSignatures.WITH_ACCOUNT);
  }

  /**
   * Sets what the rules say at a stage, or a variable that the comparison answers with; null leaves
   * it out.
   */
  void answer(String question, Object answer) {
    answers.put(question, answer);
  }

  Map<String, Object> work(ActivatedJob job) {
    String type = job.getType();
    Map<String, String> headers = job.getCustomHeaders();
    return switch (type) {
      case JobTypes.OPEN_CASE -> done(type, Map.of());
      case JobTypes.EVALUATE_RULES -> {
        String stage = headers.get(Headers.STAGE);
        yield done(type + " " + stage, answered(Variables.ELIGIBILITY, stage));
      }
      case JobTypes.PUBLISH_NOTICE -> publish(type + " " + job.getVariable(Variables.NOTICE_KIND));
      case JobTypes.CLOSE_NOTICE ->
          done(
              type
                  + " "
                  + headers.get(Headers.NOTICE_OUTCOME)
                  + " "
                  + job.getVariable(Variables.NOTICE_ID),
              Map.of());
      case JobTypes.COMPARE_ASSETS -> {
        String scope = headers.get(Headers.SCOPE);
        boolean county = scope.equals(AssetComparison.COUNTY_SCOPE);
        yield done(
            type + " " + scope,
            county ? answered(Variables.OUT_OF_COUNTY, Variables.OUT_OF_COUNTY) : Map.of());
      }
      case JobTypes.RAISE_DOUBTS ->
          done(type, answered(Variables.OPEN_DOUBTS, Variables.OPEN_DOUBTS));
      case JobTypes.REGISTER_HOUSEHOLD ->
          done(type, Map.of(Variables.HOUSEHOLD_NUMBER, "NT-" + caseId));
      case JobTypes.TERM_DUE_SOON, JobTypes.TERM_OVERDUE ->
          done(type + " " + headers.getOrDefault(Headers.TASK, "moved"), Map.of());
      case JobTypes.DRAW_EXPERTS,
          JobTypes.TALLY_SCORES,
          JobTypes.PUBLISH_TENDER,
          JobTypes.COUNT_BIDS,
          JobTypes.OPEN_BIDS,
          JobTypes.CHECK_MILESTONES,
          JobTypes.CHECK_PAYMENTS,
          JobTypes.PROJECT_STAGE,
          JobTypes.PREPARE_JOINT_CHECK,
          JobTypes.CLOSE_JOINT_CHECK ->
          done(type, ProjectWork.of(type, answers, engine.now()));
      case JobTypes.SORT_REQUEST -> done(type, Map.of());
      case JobTypes.ACCEPT_REQUEST -> done(type, answered(Variables.SEVERITY, Variables.SEVERITY));
      case JobTypes.RESUME_CLOCK -> resume(type, (String) job.getVariable(Variables.STAGE));
      case JobTypes.TELL_RESULT ->
          done(type, Map.of(Variables.OBJECTION_UNTIL, objectionUntil().toString()));
      case JobTypes.ESCALATE_TASK -> done(type + " " + headers.get(Headers.STAGE), Map.of());
      case JobTypes.RECALL_EXIT -> done(type, answered(Variables.RETURNED, Variables.RETURNED));
      case JobTypes.JUDGE_STANDING -> done(type + " " + headers.get(Headers.STAGE), Map.of());
      case JobTypes.CHOOSE_SIGNING ->
          done(type, answered(Variables.HOUSEHOLD_SIGNS, Variables.HOUSEHOLD_SIGNS));
      case JobTypes.EXIT_HOUSEHOLD ->
          done(
              type,
              Map.of(
                  Variables.HOUSEHOLD_NUMBER,
                  "NT-" + caseId,
                  Variables.EXITED_ON,
                  "2026-11-22",
                  Variables.KEPT_UNTIL,
                  "2028-11-22"));
      case JobTypes.ADJUST_HOUSEHOLD -> done(type, Map.of());
      case JobTypes.START_EXIT -> done(type, Map.of(Variables.EXIT_CASE, "exit-of-" + caseId));
      case JobTypes.PLAN_REVIEWS ->
          done(
              type,
              Map.of(
                  Variables.REVIEWS_FROM,
                  engine.now().plus(REVIEWS_IN).atZone(CHINA).toOffsetDateTime().toString()));
      case JobTypes.START_REVIEWS -> done(type, moreReviews());
      case JobTypes.PREPARE_POLICY_CHANGE ->
          done(type, Map.of(Variables.APPROVAL_OFFICE, "policy-approver@city"));
      case JobTypes.SCHEDULE_RELEASE ->
          done(
              type,
              Map.of(
                  Variables.RELEASE_AT,
                  engine.now().plus(RELEASE_IN).atZone(CHINA).toOffsetDateTime().toString()));
      case JobTypes.RELEASE_POLICY -> done(type, Map.of());
      case JobTypes.CLOSE_CASE -> done(type + " " + headers.get(Headers.RESULT), Map.of());
      default -> throw new IllegalArgumentException("no worker for " + type);
    };
  }

  private Map<String, Object> resume(String type, String stage) {
    Map<String, Object> terms = new HashMap<>(TestTerms.terms());
    terms.put(stage, TestTerms.term((int) answers.get(DAYS_LEFT)));
    return done(type + " " + stage, Map.of(Variables.TERMS, terms));
  }

  private OffsetDateTime objectionUntil() {
    return engine.now().plus(OBJECTION_DAYS).atZone(CHINA).toOffsetDateTime();
  }

  List<String> done() {
    return List.copyOf(done);
  }

  /** The notice that runs now or ran last. */
  String noticeId() {
    return "notice-" + caseId + "-" + notices;
  }

  Instant noticeUntil() {
    return noticeUntil;
  }

  /** So many batches more, as the test has set it; not said when it has set null. */
  private Map<String, Object> moreReviews() {
    Object more = answers.getOrDefault(Variables.MORE_REVIEWS, 0);
    if (!(more instanceof Integer batches)) {
      return Map.of();
    }
    answers.put(Variables.MORE_REVIEWS, batches - 1);
    return Map.of(Variables.MORE_REVIEWS, batches > 0);
  }

  private Map<String, Object> publish(String work) {
    notices++;
    noticeUntil = engine.now().plus(NOTICE_DAYS);
    String until = noticeUntil.atZone(CHINA).toOffsetDateTime().toString();
    return done(work, Map.of(Variables.NOTICE_ID, noticeId(), Variables.NOTICE_UNTIL, until));
  }

  private Map<String, Object> answered(String variable, String question) {
    Object answer = answers.get(question);
    return answer == null ? Map.of() : Map.of(variable, answer);
  }

  private Map<String, Object> done(String work, Map<String, Object> result) {
    done.add(work);
    return result;
  }
}
