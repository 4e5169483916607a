package cn.sunshine.project;

import cn.sunshine.bidding.Bid;
import cn.sunshine.bidding.Tender;
import cn.sunshine.bidding.Tenders;
import cn.sunshine.expert.Appraisals;
import cn.sunshine.expert.Draw;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;

/** What happened to a project, in lines: appraisal, bidding, milestones, changes and payments. */
@org.springframework.stereotype.Component
class ProjectRecord {

  private final ProjectStore store;
  private final Tenders tenders;
  private final Appraisals appraisals;

  ProjectRecord(ProjectStore store, Tenders tenders, Appraisals appraisals) {
    this.store = store;
    this.tenders = tenders;
    this.appraisals = appraisals;
  }

  /** Whether there is anything to tell yet. */
  boolean isEmpty(String caseId) {
    return appraisals.latest(caseId).isEmpty()
        && tenders.ofCase(caseId).isEmpty()
        && store.milestones(caseId).isEmpty();
  }

  void addAppraisal(KeyValueList facts, String caseId) {
    appraisals.latest(caseId).ifPresent(draw -> facts.line("专家评审", appraisal(draw)));
  }

  void addTenders(KeyValueList facts, String caseId) {
    tenders
        .ofCase(caseId)
        .forEach(tender -> facts.line("第 " + tender.round() + " 次招标", tender(tender)));
  }

  void addBuilding(KeyValueList facts, String caseId) {
    addLines(facts, "实施节点", milestones(caseId));
    addLines(facts, "变更", changes(caseId));
  }

  void addPayments(KeyValueList facts, String caseId) {
    addLines(facts, "拨付", payments(caseId));
  }

  private Component appraisal(Draw draw) {
    Div appraisal = new Div();
    appraisal.add(
        new Div(
            "%s 抽取，候选 %d 人，回避 %d 人，抽取 %d 人，种子 %s"
                .formatted(
                    Wording.dateTime(draw.at()),
                    draw.candidates().size(),
                    draw.recused().size(),
                    draw.drawn().size(),
                    draw.seed())));
    draw.recused().forEach(one -> appraisal.add(new Div("回避：" + one.name() + "，" + one.reason())));
    appraisals
        .scores(draw)
        .forEach(
            score ->
                appraisal.add(
                    new Div(
                        score.name()
                            + "　"
                            + score.total().stripTrailingZeros().toPlainString()
                            + " 分")));
    appraisals
        .average(draw)
        .ifPresent(mean -> appraisal.add(new Div("平均 " + mean.toPlainString() + " 分")));
    return appraisal;
  }

  private Component tender(Tender tender) {
    Div view = new Div();
    view.add(
        new Anchor("tenders/" + tender.id(), tender.title()),
        new Span("　" + tender.state().chinese()),
        new Div("控制价 " + Wording.yuan(tender.ceiling())));
    tender.closesAt().ifPresent(at -> view.add(new Div("截标并开标 " + Wording.dateTime(at))));
    tender.bidCount().ifPresent(count -> view.add(new Div("投标 " + count + " 份")));
    List<String> openers = tenders.openers(tender.id()).stream().map(Tenders.Opener::name).toList();
    if (!openers.isEmpty()) {
      view.add(new Div("开标人 " + String.join("、", openers)));
    }
    if (tender.openedAt().isPresent()) {
      for (Bid bid : tenders.bids(tender)) {
        view.add(new Div(bid.id() + "　" + bid.bidder() + "　" + Wording.yuan(bid.amount())));
      }
    } else if (tender.state() == Tender.State.OPEN || tender.state() == Tender.State.CLOSED) {
      view.add(new Div("投标密封保存，开标以前任何人不能查看。"));
    }
    tender
        .winner()
        .ifPresent(
            winner ->
                view.add(
                    new Div("中标 " + winner + "　" + tender.award().map(Wording::yuan).orElse(""))));
    return view;
  }

  private List<String> milestones(String caseId) {
    return store.milestones(caseId).stream()
        .map(
            one ->
                one.name()
                    + "　计划 "
                    + Wording.date(one.plannedOn())
                    + one.doneOn()
                        .map(day -> "　完成 " + Wording.date(day) + "　" + one.progress())
                        .orElse("　未完成"))
        .toList();
  }

  private List<String> changes(String caseId) {
    return store.changes(caseId).stream()
        .map(
            one ->
                ProjectWords.words(one.state())
                    + "　"
                    + one.content()
                    + (one.amount().compareTo(BigDecimal.ZERO) == 0
                        ? ""
                        : "　" + Wording.yuan(one.amount())))
        .toList();
  }

  private List<String> payments(String caseId) {
    return store.payments(caseId).stream()
        .map(
            one ->
                one.step().chinese()
                    + "　"
                    + one.payee()
                    + "　"
                    + Wording.yuan(one.amount())
                    + "　"
                    + Wording.date(one.paidOn()))
        .toList();
  }

  static void addLines(KeyValueList facts, String title, List<String> texts) {
    if (!texts.isEmpty()) {
      Div all = new Div();
      texts.forEach(text -> all.add(new Div(text)));
      facts.line(title, all);
    }
  }
}
