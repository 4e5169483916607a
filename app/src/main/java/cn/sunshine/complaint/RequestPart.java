package cn.sunshine.complaint;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CasePart;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.StateBadge;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** What somebody complains of or asks for, and how far the office is with it. */
@Order(5)
@org.springframework.stereotype.Component
class RequestPart implements CasePart {

  private final ComplaintRepository complaints;
  private final Correspondence correspondence;
  private final Regions regions;

  RequestPart(ComplaintRepository complaints, Correspondence correspondence, Regions regions) {
    this.complaints = complaints;
    this.correspondence = correspondence;
    this.regions = regions;
  }

  @Override
  public TaskPart.Place place() {
    return TaskPart.Place.FACTS;
  }

  @Override
  public String title() {
    return "诉求";
  }

  @Override
  public Optional<Component> show(CaseFile file, Actor actor) {
    return complaints.findByCaseId(file.getId()).map(complaint -> facts(complaint, file, actor));
  }

  private Component facts(Complaint complaint, CaseFile file, Actor actor) {
    Div text = new Div(file.data().getOrDefault("text", "").toString());
    text.getStyle().set("white-space", "pre-wrap");
    KeyValueList facts =
        new KeyValueList()
            .line("类型", complaint.kind().chinese())
            .line("主题", complaint.subject())
            .line("内容", text)
            .line("地区", regions.fullName(complaint.region()))
            .line("提出人", contact(complaint, actor))
            .line("状态", new StateBadge(complaint.state().tone(), complaint.state().chinese()));
    complaint
        .severity()
        .ifPresent(
            severity -> facts.line("严重程度", new StateBadge(severity.tone(), severity.chinese())));
    line(facts, "承办部门", Optional.of(complaint.departmentName()));
    line(facts, "交办要求", complaint.handOverOrder());
    line(facts, "办理结果", complaint.result());
    line(facts, "答复", complaint.answer());
    line(facts, "异议", complaint.objection());
    line(facts, "复查结论", complaint.reviewAnswer());
    complaint
        .stars()
        .ifPresent(
            stars ->
                facts.line("评价", "★".repeat(stars) + "　" + complaint.ratingComment().orElse("")));
    complaint
        .mergedInto()
        .ifPresent(other -> facts.line("并入", new Anchor("cases/" + other, other)));
    return facts;
  }

  private String contact(Complaint complaint, Actor actor) {
    return correspondence
        .contact(complaint.caseId())
        .map(
            contact ->
                actor.holdsOver(complaint.region(), Role.OFFICE) ? contact : "已留联系方式，仅监管办公室可见")
        .orElse("匿名");
  }

  private static void line(KeyValueList facts, String key, Optional<String> value) {
    value.filter(text -> !text.isBlank()).ifPresent(text -> facts.line(key, text));
  }
}
