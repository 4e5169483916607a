package cn.sunshine.complaint;

import cn.sunshine.account.Actor;
import cn.sunshine.account.PublicDeed;
import cn.sunshine.attachment.Attachments;
import cn.sunshine.casework.CaseEnded;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineCommands;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Regions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What anyone may do without an account: file a request and go on with it under its code. */
@Service
public class Complaints {

  private static final int MOST_STARS = 5;
  private static final int LONGEST_COMMENT = 500;
  private static final int MOST_FILES = 6;
  private static final int DEEPEST_MERGE = 10;

  private final ComplaintRepository complaints;
  private final Correspondence correspondence;
  private final Cases cases;
  private final Attachments attachments;
  private final EngineCommands engine;
  private final Regions regions;
  private final PublicDeed publicDeed;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final SecureRandom random = new SecureRandom();

  Complaints(
      ComplaintRepository complaints,
      Correspondence correspondence,
      Cases cases,
      Attachments attachments,
      EngineCommands engine,
      Regions regions,
      PublicDeed publicDeed,
      Clock clock,
      ApplicationEventPublisher events) {
    this.complaints = complaints;
    this.correspondence = correspondence;
    this.cases = cases;
    this.attachments = attachments;
    this.engine = engine;
    this.regions = regions;
    this.publicDeed = publicDeed;
    this.clock = clock;
    this.events = events;
  }

  /**
   * The receipt of a request.
   *
   * @param code told once and never again
   */
  public record Receipt(String caseId, String code) {

    /** Without the code, which must not get into a log. */
    @Override
    public String toString() {
      return "Receipt[" + caseId + "]";
    }
  }

  /** A photo or a scan that is handed in. */
  record Handed(String name, byte[] content) {}

  /**
   * Files a request with its attachments, all or nothing.
   *
   * @throws Refusal.Invalid when the place has no office for it, or a file cannot be taken
   */
  @Transactional
  public Receipt file(String kind, String region, String subject, String text, String contact) {
    return file(NewRequest.of(kind, region, subject, text, contact), List.of());
  }

  @Transactional
  Receipt file(NewRequest request, List<Handed> files) {
    publicDeed.begin();
    if (regions.find(request.region()).isEmpty()) {
      throw new Refusal.Invalid(
          "没有这个地区，请检查地区编码。", List.of(new Refusal.FieldFault("region", "没有这个地区")));
    }
    requireFew(files.size());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kind", request.kind().code());
    data.put("subject", request.subject());
    data.put("text", request.text());
    CaseFile file = cases.start(request.kind().code(), request.region(), data, Actor.PUBLIC);
    LookupCode code = LookupCode.random(random);
    Complaint complaint =
        complaints.saveAndFlush(
            new Complaint(
                file.getId(),
                code,
                request.kind(),
                request.region(),
                request.subject(),
                file.startedAt()));
    request.contact().ifPresent(contact -> correspondence.keepContact(complaint, contact));
    correspondence.step(complaint, "已收到" + request.kind().chinese());
    files.forEach(one -> attachments.addForPublic(file.getId(), one.name(), one.content()));
    events.publishEvent(RequestMoved.of(complaint));
    return new Receipt(file.getId(), code.text());
  }

  private static void requireFew(int files) {
    if (files > MOST_FILES) {
      throw new Refusal.Invalid("一次最多 " + MOST_FILES + " 个附件。");
    }
  }

  /**
   * The way of a request and its answer, free of personal data; of one that was merged, the way of
   * the case that goes on with it.
   *
   * @throws Refusal.NotFound when the code is none
   */
  @Transactional(readOnly = true)
  public RequestProgress progress(String code) {
    publicDeed.begin();
    Complaint own = find(code);
    Complaint shown = own;
    for (int depth = 0; shown.mergedInto().isPresent() && depth < DEEPEST_MERGE; depth++) {
      shown = complaints.findByCaseId(shown.mergedInto().get()).orElseThrow();
    }
    return RequestProgress.of(
        own, shown, correspondence.steps(shown.caseId()), regions.fullName(own.region()), clock);
  }

  /** Hands in a photo or a scan later. */
  @Transactional
  public void attach(String code, String name, byte[] content) {
    Complaint complaint = hold(code);
    requireGoingOn(complaint);
    attachments.addForPublic(complaint.caseId(), name, content);
  }

  /** Answers what the department asked; its clock goes on. */
  @Transactional
  public void answer(String code, String text) {
    String words = NewRequest.laterText("text", "补充情况", text);
    Complaint complaint = hold(code);
    if (complaint.state() != RequestState.WAITING || complaint.question().isEmpty()) {
      throw new Refusal.Conflict("现在没有等您补充的问题，不用再提交。");
    }
    correspondence.write(complaint, Correspondence.Author.PERSON, words);
    int answers = correspondence.messages(complaint.caseId()).size();
    RequestState stage =
        complaint.handedOverAt().isPresent() ? RequestState.INVESTIGATING : RequestState.REPLYING;
    complaint.goOn(stage);
    correspondence.step(complaint, "收到您补充的情况，继续办理");
    engine.publish(
        complaint.caseId(),
        cn.sunshine.processes.Complaint.INFORMATION_MESSAGE,
        complaint.caseId(),
        complaint.caseId() + ":information-" + answers,
        Map.of());
    note(complaint, "information-given", Map.of());
  }

  /** Rates the answer with one to five stars, once. */
  @Transactional
  public void rate(String code, Integer stars, String comment) {
    if (stars == null || stars < 1 || stars > MOST_STARS) {
      throw new Refusal.Invalid(
          "请给出 1 到 5 星。", List.of(new Refusal.FieldFault("stars", "1 到 5 的整数")));
    }
    String words =
        comment == null || comment.isBlank() ? "" : NewRequest.laterText("comment", "评价", comment);
    if (words.length() > LONGEST_COMMENT) {
      throw new Refusal.Invalid(
          "评价不超过 " + LONGEST_COMMENT + " 字。",
          List.of(new Refusal.FieldFault("comment", "不超过 " + LONGEST_COMMENT + " 字")));
    }
    Complaint complaint = hold(code);
    if (complaint.stars().isPresent()) {
      throw new Refusal.Conflict("您已经评价过，谢谢。");
    }
    if (!complaint.takesRating()) {
      throw new Refusal.Conflict("答复之后才能评价，请先等待结果。");
    }
    complaint.rate(stars, words, clock.instant());
    note(complaint, "request-rated", Map.of("stars", stars));
  }

  /** Objects to the answer, once: it is reviewed one level up. */
  @Transactional
  public void object(String code, String text) {
    String words = NewRequest.laterText("text", "异议", text);
    Complaint complaint = hold(code);
    if (complaint.objection().isPresent()) {
      throw new Refusal.Conflict("每件诉求只能提出一次异议，您已经提出过。");
    }
    if (!complaint.takesObjection(clock.instant())) {
      throw new Refusal.Conflict(
          complaint.answeredAt().isPresent() ? "异议期已过，不能再提出异议。" : "答复之后才能提出异议，请先等待结果。");
    }
    complaint.object(words, clock.instant());
    correspondence.step(complaint, "您提出了异议，由上一级复查");
    engine.publish(
        complaint.caseId(),
        cn.sunshine.processes.Complaint.OBJECTION_MESSAGE,
        complaint.caseId(),
        complaint.caseId() + ":objection",
        Map.of());
    note(complaint, "request-objection", Map.of());
  }

  /** The person withdraws the request. Done twice, it changes nothing the second time. */
  @Transactional
  public void withdraw(String code, String reason) {
    Complaint complaint = hold(code);
    if (complaint.state() != RequestState.WITHDRAWN) {
      requireGoingOn(complaint);
      String why =
          reason == null || reason.isBlank()
              ? "群众自行撤回"
              : NewRequest.laterText("reason", "撤回理由", reason);
      cases.withdraw(complaint.caseId(), why, Actor.PUBLIC);
    }
  }

  @EventListener
  void onCaseEnded(CaseEnded ended) {
    complaints
        .lockByCaseId(ended.caseId())
        .ifPresent(
            complaint -> {
              switch (ended.status()) {
                case REJECTED -> {
                  complaint.moveTo(RequestState.NOT_ACCEPTED);
                  correspondence.step(
                      complaint, "不予受理：" + ended.result().getOrDefault("reason", ""));
                }
                case WITHDRAWN -> {
                  complaint.moveTo(RequestState.WITHDRAWN);
                  correspondence.step(complaint, "您已撤回");
                }
                default -> {
                  boolean merged = complaint.mergedInto().isPresent();
                  complaint.moveTo(merged ? RequestState.MERGED : RequestState.CLOSED);
                  if (!merged) {
                    correspondence.step(complaint, "已办结");
                  }
                }
              }
              events.publishEvent(RequestMoved.of(complaint));
            });
  }

  private static void requireGoingOn(Complaint complaint) {
    if (complaint.state().hasEnded()) {
      throw new Refusal.Conflict("这件诉求" + complaint.state().chinese() + "，不能再改动。");
    }
  }

  private void note(Complaint complaint, String action, Map<String, ?> detail) {
    cases.note(complaint.caseId(), Actor.PUBLIC.username(), action, "", detail);
    events.publishEvent(RequestMoved.of(complaint));
  }

  private Complaint find(String code) {
    return LookupCode.read(code)
        .flatMap(known -> complaints.findByCodeHash(known.hash()))
        .orElseThrow(Complaints::noSuchCode);
  }

  /** The case first, then the request, as everywhere. */
  private Complaint hold(String code) {
    publicDeed.begin();
    String caseId =
        LookupCode.read(code)
            .flatMap(known -> complaints.caseOf(known.hash()))
            .orElseThrow(Complaints::noSuchCode);
    cases.hold(caseId);
    return complaints.lockByCaseId(caseId).orElseThrow();
  }

  private static Refusal.NotFound noSuchCode() {
    return new Refusal.NotFound("没有这个查询码，请核对后再试：查询码由 16 位字母和数字组成。");
  }

  /** The register's entry of a case, for those who may see the case. */
  @Transactional(readOnly = true)
  public Optional<Complaint> ofCase(String caseId) {
    return complaints.findByCaseId(caseId);
  }
}
