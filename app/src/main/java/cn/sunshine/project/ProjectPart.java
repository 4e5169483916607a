package cn.sunshine.project;

import cn.sunshine.account.Actor;
import cn.sunshine.bidding.Bid;
import cn.sunshine.bidding.Tender;
import cn.sunshine.bidding.Tenders;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CasePart;
import cn.sunshine.expert.Appraisals;
import cn.sunshine.expert.Draw;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** The project of a case: its money, gates, appraisal, bidding, milestones and payments. */
@Order(15)
@org.springframework.stereotype.Component
class ProjectPart implements CasePart {

  private static final Map<String, String> SOURCES =
      Map.of(
          "central", "中央",
          "province", "省级",
          "city", "市级",
          "county", "县级",
          "township", "镇级",
          "village", "村集体自筹",
          "other", "其他");

  private final ProjectStore store;
  private final Gates gates;
  private final Tenders tenders;
  private final Appraisals appraisals;

  ProjectPart(ProjectStore store, Gates gates, Tenders tenders, Appraisals appraisals) {
    this.store = store;
    this.gates = gates;
    this.tenders = tenders;
    this.appraisals = appraisals;
  }

  @Override
  public TaskPart.Place place() {
    return TaskPart.Place.FACTS;
  }

  @Override
  public String title() {
    return "项目";
  }

  @Override
  public Optional<Component> show(CaseFile file, Actor actor) {
    return store.find(file.getId()).map(project -> facts(file, project));
  }

  private Component facts(CaseFile file, Project project) {
    KeyValueList facts = new KeyValueList();
    facts.line("阶段", new StateBadge(ProjectWords.tone(project.stage()), project.stage().chinese()));
    facts.line("类别", project.type().title());
    facts.line("实施单位", project.implementingUnit());
    facts.line("建设内容", project.purpose());
    facts.line("总预算", Wording.yuan(project.budget()));
    facts.line("资金来源", funds(file));
    project.approvedAmount().ifPresent(sum -> facts.line("批复金额", Wording.yuan(sum)));
    project
        .contractAmount()
        .ifPresent(
            sum -> facts.line("合同", project.contractor().orElse("") + "　" + Wording.yuan(sum)));
    project.finalAmount().ifPresent(sum -> facts.line("决算金额", Wording.yuan(sum)));
    facts.line("各关", gateList(file));
    appraisals.latest(file.getId()).ifPresent(draw -> facts.line("专家评审", appraisal(draw)));
    tenders
        .ofCase(file.getId())
        .forEach(tender -> facts.line("第 " + tender.round() + " 次招标", tender(tender)));
    lines(facts, "实施节点", milestones(file.getId()));
    lines(facts, "变更", changes(file.getId()));
    lines(facts, "拨付", payments(file.getId()));
    return facts;
  }

  private static String funds(CaseFile file) {
    return ProjectApplication.of(file.data()).funds().entrySet().stream()
        .map(
            fund ->
                SOURCES.getOrDefault(fund.getKey(), fund.getKey())
                    + " "
                    + Wording.yuan(fund.getValue()))
        .reduce((first, second) -> first + "，" + second)
        .orElse("");
  }

  private Component gateList(CaseFile file) {
    Div list = new Div();
    for (Gates.Gate gate : gates.of(file)) {
      StateBadge badge =
          new StateBadge(
              ProjectWords.tone(gate.state()),
              gate.name() + "（" + ProjectWords.words(gate.state()) + "）");
      list.add(badge, new Span(" "));
    }
    return list;
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

  private static void lines(KeyValueList facts, String title, List<String> texts) {
    if (!texts.isEmpty()) {
      Div all = new Div();
      texts.forEach(text -> all.add(new Div(text)));
      facts.line(title, all);
    }
  }
}
