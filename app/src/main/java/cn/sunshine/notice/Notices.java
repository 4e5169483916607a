package cn.sunshine.notice;

import cn.sunshine.account.PublicDeed;
import cn.sunshine.casework.CaseEnded;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineCommands;
import cn.sunshine.problem.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Publishes notices, takes objections to them from anyone, and settles those. */
@Service
public class Notices {

  private static final int LONGEST_TEXT = 2000;
  private static final int LONGEST_CONTACT = 200;

  /** A brake on abuse, far above what any village has seen. */
  private static final int MOST_OBJECTIONS = 100;

  private final NoticeRepository notices;
  private final ObjectionRepository objections;
  private final Cases cases;
  private final EngineCommands engine;
  private final PublicDeed publicDeed;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Notices(
      NoticeRepository notices,
      ObjectionRepository objections,
      Cases cases,
      EngineCommands engine,
      PublicDeed publicDeed,
      Clock clock) {
    this.notices = notices;
    this.objections = objections;
    this.cases = cases;
    this.engine = engine;
    this.publicDeed = publicDeed;
    this.clock = clock;
  }

  /**
   * The running notices that concern a region: its own, those below it, and those of its town; what
   * ends first comes first.
   */
  @Transactional(readOnly = true)
  public Page<Notice> running(String region, int page, int size) {
    return notices.runningIn(region, clock.instant(), PageRequest.of(page, size));
  }

  /**
   * @throws Refusal.NotFound when there is no such notice
   */
  @Transactional(readOnly = true)
  public Notice find(String id) {
    return notices.findById(id).orElseThrow(Notices::noSuchNotice);
  }

  @Transactional(readOnly = true)
  public List<Notice> ofCase(String caseId) {
    return notices.findByCaseIdOrderByPublishedAt(caseId);
  }

  @Transactional(readOnly = true)
  public List<Objection> objectionsTo(String noticeId) {
    return objections.findByNoticeIdOrderByRaisedAt(noticeId);
  }

  @Transactional(readOnly = true)
  public Optional<Objection> objection(String id) {
    return objections.findById(id);
  }

  /**
   * Anyone objects while the notice runs. The village committee gets it to review, and the case
   * does not go on before it has (NT-9).
   *
   * @param contact how to reach who objects; may be empty; not shown to the reviewers
   */
  @Transactional
  public Objection object(String noticeId, String text, String contact) {
    String what = text == null ? "" : text.strip();
    String reach = contact == null ? "" : contact.strip();
    if (what.isEmpty() || what.length() > LONGEST_TEXT) {
      throw new Refusal.Invalid(
          "请写明异议内容（不超过 " + LONGEST_TEXT + " 字）。",
          List.of(new Refusal.FieldFault("text", "请写明异议内容，不超过 " + LONGEST_TEXT + " 字")));
    }
    if (reach.length() > LONGEST_CONTACT) {
      throw new Refusal.Invalid(
          "联系方式不超过 " + LONGEST_CONTACT + " 字。",
          List.of(new Refusal.FieldFault("contact", "联系方式太长")));
    }
    publicDeed.begin();
    // The case first, as everywhere: a withdrawal takes the case and then its notice.
    cases.hold(notices.caseOf(noticeId).orElseThrow(Notices::noSuchNotice));
    Notice notice = notices.lockById(noticeId).orElseThrow(Notices::noSuchNotice);
    Instant now = clock.instant();
    if (!notice.takesObjections(now)) {
      throw new Refusal.Conflict("公示已经结束，不能再提出异议。如有问题，请通过投诉渠道反映。");
    }
    if (objections.countByNoticeId(noticeId) >= MOST_OBJECTIONS) {
      throw new Refusal.Conflict("这份公示收到的异议已经很多，请通过投诉渠道反映。");
    }
    Objection objection =
        objections.save(new Objection("O" + randomId(), notice, what, reach, now));
    engine.publish(
        notice.caseId(),
        "notice-objection",
        noticeId,
        objection.id(),
        Map.of("objectionId", objection.id()));
    cases.note(
        notice.caseId(),
        "public",
        "objection",
        "",
        Map.of("notice", noticeId, "objection", objection.id()));
    return objection;
  }

  /** Publishes the notice that a job of the engine asks for, once for each job. */
  @Transactional(propagation = Propagation.MANDATORY)
  Notice publish(
      long jobKey,
      String caseId,
      Notice.Kind kind,
      String region,
      NoticeContent content,
      int days) {
    return notices
        .findByJobKey(jobKey)
        .orElseGet(
            () -> {
              Notice notice =
                  notices.save(
                      new Notice(
                          "N" + randomId(), jobKey, caseId, kind, region, content, period(days)));
              cases.note(
                  caseId,
                  "system",
                  "notice-opened",
                  kind.chinese() + days + "天",
                  Map.of("notice", notice.id(), "until", notice.until().toString()));
              return notice;
            });
  }

  /** The day of publication is the first day; the notice hangs until the end of the last. */
  private Notice.Period period(int days) {
    Instant from = clock.instant();
    LocalDate firstDay = from.atZone(clock.getZone()).toLocalDate();
    Instant until = firstDay.plusDays(days).atStartOfDay(clock.getZone()).toInstant();
    return new Notice.Period(from, until, days);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void close(String noticeId, Notice.State how) {
    Notice notice = notices.lockById(noticeId).orElseThrow(Notices::noSuchNotice);
    if (notice.state() == Notice.State.RUNNING) {
      notice.end(how, clock.instant());
      cases.note(
          notice.caseId(),
          "system",
          "notice-closed",
          notice.kind().chinese() + "：" + how.chinese(),
          Map.of("notice", noticeId, "outcome", how.name()));
    }
  }

  /** The village committee has reviewed an objection. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void settle(String objectionId, Objection.State how, String why, String by) {
    objections
        .findById(objectionId)
        .ifPresent(objection -> objection.settle(how, why, by, clock.instant()));
  }

  @EventListener
  void onCaseEnded(CaseEnded ended) {
    notices
        .findByCaseIdOrderByPublishedAt(ended.caseId())
        .forEach(notice -> notice.end(Notice.State.STOPPED, clock.instant()));
  }

  private String randomId() {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static Refusal.NotFound noSuchNotice() {
    return new Refusal.NotFound("没有这份公示，或它已经撤下。");
  }
}
