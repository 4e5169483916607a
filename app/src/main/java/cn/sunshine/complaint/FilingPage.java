package cn.sunshine.complaint;

import cn.sunshine.attachment.Attachments;
import cn.sunshine.policy.Packs;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.PublicLayout;
import cn.sunshine.shell.RegionField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where anyone files a complaint or asks for help, on a phone or on a terminal (NT-21, NT-24). */
@Route(value = FilingPage.PATH, layout = PublicLayout.class)
@PageTitle("我要反映 · 阳光帮扶")
@AnonymousAllowed
class FilingPage extends Div {

  static final String PATH = "complaints";

  private final transient Complaints complaints;
  private final transient PublicRate rate;
  private final RadioButtonGroup<RequestKind> kind = new RadioButtonGroup<>();
  private final RegionField region;
  private final TextField subject = new TextField("主题");
  private final TextArea text = new TextArea("具体内容");
  private final Checkbox anonymous = new Checkbox("匿名提出，不留任何联系方式");
  private final TextField contact = new TextField("联系方式（可不填）");
  private final HandedFiles files;
  private final Div problem = new Div();
  private final Panel form = new Panel();

  FilingPage(
      Complaints complaints,
      Attachments attachments,
      PublicRate rate,
      Regions regions,
      Packs packs) {
    this.complaints = complaints;
    this.rate = rate;
    addClassName("filing-page");
    region =
        new RegionField(
                "事情发生在哪里",
                regions,
                packs.all().stream()
                    .filter(pack -> pack.processes().contains(RequestKind.COMPLAINT.code()))
                    .map(PolicyPack::rootRegion)
                    .sorted()
                    .toList())
            .ofLevels(RegionLevel.COUNTY, RegionLevel.TOWNSHIP, RegionLevel.VILLAGE);
    region.setPlaceholder("输入县、镇或村的名称");
    files = new HandedFiles(attachments::requireFit, this::tell);
    Paragraph intro = new Paragraph("发现问题可以投诉举报，遇到困难可以求助。不用登录；受理后限期答复，需要调查的限期办出结果。");
    Paragraph english =
        new Paragraph("Complaints and requests for help. No log-in needed; keep the code you get.");
    english.getElement().setAttribute("lang", "en");
    english.addClassName("public-english");
    Paragraph lookUp = new Paragraph(new Span("已经提出过？"), new Anchor(ProgressPage.PATH, "查询进度"));
    add(new H1("我要反映"), english, intro, lookUp, form);
    draw();
  }

  private void draw() {
    kind.setLabel("您要");
    kind.setItems(RequestKind.values());
    kind.setItemLabelGenerator(RequestKind::chinese);
    kind.setValue(RequestKind.COMPLAINT);
    kind.setRequiredIndicatorVisible(true);
    kind.addThemeVariants(RadioGroupVariant.LUMO_HELPER_ABOVE_FIELD);
    region.setRequiredIndicatorVisible(true);
    subject.setRequiredIndicatorVisible(true);
    subject.setMaxLength(NewRequest.LONGEST_SUBJECT);
    subject.setPlaceholder("一句话说明是什么事");
    text.setRequiredIndicatorVisible(true);
    text.setMaxLength(NewRequest.LONGEST_TEXT);
    text.setMinRows(5);
    text.setPlaceholder("时间、地点、经过，您希望怎样解决");
    contact.setMaxLength(NewRequest.LONGEST_CONTACT);
    contact.setHelperText("只有当地监管办公室看得到，只用于核实情况。");
    anonymous.addValueChangeListener(
        event -> {
          contact.setEnabled(!event.getValue());
          if (event.getValue()) {
            contact.clear();
          }
        });
    problem.addClassName("form-summary");
    problem.getElement().setAttribute("role", "alert");
    problem.setVisible(false);
    Button send = new Button("提交");
    send.setId("send");
    send.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
    send.setDisableOnClick(true);
    send.addClickListener(
        event -> {
          send.setEnabled(true);
          submit();
        });
    form.add(kind, region, subject, text, files, anonymous, contact, problem, send);
  }

  private void submit() {
    problem.setVisible(false);
    fields().values().forEach(field -> field.setInvalid(false));
    Optional<Duration> wait = rate.take(VaadinRequest.getCurrent().getRemoteAddr());
    if (wait.isPresent()) {
      tell(PublicRateFilter.sentence(wait.get()));
      return;
    }
    try {
      NewRequest request =
          NewRequest.of(
              kind.getOptionalValue().map(RequestKind::code).orElse(""),
              region.getOptionalValue().map(Region::code).orElse(""),
              subject.getValue(),
              text.getValue(),
              anonymous.getValue() ? "" : contact.getValue());
      received(complaints.file(request, files.all()));
    } catch (Refusal.Invalid wrong) {
      wrong.faults().forEach(this::mark);
      tell(wrong.sentence());
    } catch (Refusal refused) {
      tell(refused.sentence());
    }
  }

  private Map<String, HasValidation> fields() {
    return Map.of(
        "kind", kind, "region", region, "subject", subject, "text", text, "contact", contact);
  }

  private void mark(Refusal.FieldFault fault) {
    Optional.ofNullable(fields().get(fault.field()))
        .ifPresent(
            field -> {
              field.setErrorMessage(fault.message() + "。");
              field.setInvalid(true);
            });
  }

  private void tell(String sentence) {
    problem.setText("▲ " + sentence);
    problem.setVisible(true);
  }

  private void received(Complaints.Receipt receipt) {
    VaadinSession.getCurrent().setAttribute(ProgressPage.CODE, receipt.code());
    Div code = new Div(receipt.code());
    code.addClassName("lookup-code");
    code.setId("code");
    Button copy =
        new Button(
            "复制查询码",
            event ->
                event
                    .getSource()
                    .getElement()
                    .executeJs(
                        "navigator.clipboard && navigator.clipboard.writeText($0);"
                            + " this.textContent = '已复制'",
                        receipt.code()));
    Anchor progress = new Anchor(ProgressPage.PATH, "查看进度");
    progress.addClassName("button-link");
    Paragraph keep = new Paragraph("请记下或拍下查询码：查进度、看答复、评价都要用它，遗失后无法找回。");
    Panel receipted = new Panel(new H2("已收到，您的查询码"), code, copy, keep, progress, caseLine(receipt));
    receipted.addClassName("receipt");
    receipted.getElement().setAttribute("role", "status");
    removeAll();
    add(new H1("提交成功"), receipted);
  }

  private static Paragraph caseLine(Complaints.Receipt receipt) {
    Paragraph line = new Paragraph("案件号 " + receipt.caseId());
    line.addClassName("quiet");
    return line;
  }
}
