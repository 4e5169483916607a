package cn.sunshine.project;

import cn.sunshine.bidding.Bid;
import cn.sunshine.bidding.Tender;
import cn.sunshine.bidding.TenderDraft;
import cn.sunshine.bidding.Tenders;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.inbox.Task;
import cn.sunshine.problem.Refusal;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tender document, opening, evaluation, negotiation and contract (NT-12, NT-13, JY-7). */
@Component
class BiddingSteps implements StepRules {

  private final Tenders tenders;
  private final ProjectStore store;
  private final Parameters parameters;

  BiddingSteps(Tenders tenders, ProjectStore store, Parameters parameters) {
    this.tenders = tenders;
    this.store = store;
    this.parameters = parameters;
  }

  @Override
  public Set<String> taskTypes() {
    return Set.of(
        "tender-document",
        "bid-opening-first",
        "bid-opening-second",
        "bid-evaluation",
        "negotiation-approval",
        "negotiation",
        "contract-signing");
  }

  @Override
  public Map<String, Object> dataFor(CaseFile file, Project project, Task task) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("limit", project.limit());
    tenders
        .latest(file.getId())
        .ifPresent(
            tender -> {
              data.put("tender", view(tender));
              if (tender.openedAt().isPresent()) {
                data.put("bids", tenders.bids(tender).stream().map(BiddingSteps::view).toList());
              }
            });
    return data;
  }

  @Override
  public void onDecision(Step step) {
    switch (step.task().taskType()) {
      case "tender-document" -> draft(step);
      case "bid-opening-first", "bid-opening-second" ->
          tenders.confirmOpening(tender(step), step.actor());
      case "bid-evaluation" -> evaluate(step);
      case "negotiation" -> negotiate(step);
      case "contract-signing" -> sign(step);
      default -> {
        // The approval of a negotiation only says yes or no.
      }
    }
  }

  private void draft(Step step) {
    Answers answers = step.answers();
    BigDecimal ceiling = answers.money("ceiling");
    BigDecimal limit = step.project().limit();
    if (ceiling.compareTo(limit) > 0) {
      throw Step.fault("ceiling", "控制价不能超过批复金额 " + Money.words(limit));
    }
    tenders.draft(
        step.caseId(),
        step.file().region(),
        new TenderDraft(
            answers.text("title"),
            answers.text("content"),
            ceiling,
            answers.number("days"),
            answers.text("contact"),
            parameters.number(step.file(), "project.bidders.least")));
    store.moveTo(step.caseId(), Project.Stage.BIDDING);
  }

  private void evaluate(Step step) {
    Tender tender = tender(step);
    if (!step.isApproval()) {
      tenders.fail(tender);
      return;
    }
    String winner = step.answers().text("winner");
    Bid bid =
        tenders.bids(tender).stream()
            .filter(one -> one.id().equals(winner))
            .findFirst()
            .orElseThrow(() -> Step.fault("winner", "没有编号为“" + winner + "”的投标，请从本次开标的投标中选择"));
    tenders.propose(tender, bid.bidder(), bid.bidderCode(), bid.amount());
  }

  private void negotiate(Step step) {
    Answers answers = step.answers();
    tenders.propose(
        tender(step),
        answers.text("contractor"),
        answers.text("contractorCode"),
        answers.money("amount"));
  }

  private void sign(Step step) {
    Tender tender = tender(step);
    BigDecimal award = tender.award().orElseThrow();
    BigDecimal amount = step.answers().money("contractAmount");
    if (amount.compareTo(award) != 0) {
      throw Step.fault("contractAmount", "合同金额应等于中标价 " + Money.words(award));
    }
    if (step.answers()
        .date("finishOn", "请填写完工日期")
        .isBefore(step.answers().date("startOn", "请填写开工日期"))) {
      throw Step.fault("finishOn", "完工日期不能早于开工日期");
    }
    tenders.award(tender);
    store.contract(step.caseId(), tender.winner().orElseThrow(), amount);
  }

  private Tender tender(Step step) {
    return tenders.latest(step.caseId()).orElseThrow(() -> new Refusal.Conflict("还没有发布招标公告。"));
  }

  private static Map<String, Object> view(Tender tender) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", tender.id());
    view.put("round", tender.round());
    view.put("title", tender.title());
    view.put("ceiling", tender.ceiling());
    view.put("state", tender.state().name());
    tender.closesAt().ifPresent(at -> view.put("closesAt", at.toString()));
    tender.bidCount().ifPresent(count -> view.put("bidCount", count));
    tender.winner().ifPresent(winner -> view.put("winner", winner));
    tender.award().ifPresent(award -> view.put("award", award));
    return view;
  }

  private static Map<String, Object> view(Bid bid) {
    return Map.of(
        "id", bid.id(),
        "bidder", bid.bidder(),
        "bidderCode", bid.bidderCode(),
        "amount", bid.amount(),
        "note", bid.note());
  }
}
