package cn.sunshine.complaint;

import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.Finding;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.PublicLayout;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Timeline;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the person reads under the code how far the request is, answers, rates and objects (NT-21,
 * NT-24). The code is typed, never part of an address.
 */
@Route(value = ProgressPage.PATH, layout = PublicLayout.class)
@PageTitle("查询进度 · 阳光帮扶")
@AnonymousAllowed
class ProgressPage extends Div implements BeforeEnterObserver {

  static final String PATH = "complaints/progress";

  /** Where a session keeps the code that was just given out. */
  static final String CODE = "complaint.code";

  private final transient Complaints complaints;
  private final transient PublicRate rate;
  private final TextField code = new TextField("查询码");
  private final Div problem = new Div();
  private final Div result = new Div();

  ProgressPage(Complaints complaints, PublicRate rate) {
    this.complaints = complaints;
    this.rate = rate;
    addClassName("progress-page");
    code.setPlaceholder("XXXX-XXXX-XXXX-XXXX");
    code.setMaxLength(40);
    code.setAutocapitalize(com.vaadin.flow.component.textfield.Autocapitalize.CHARACTERS);
    code.addClassName("code-field");
    Button look = new Button("查询", event -> look());
    look.setId("look");
    look.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    look.addClickShortcut(Key.ENTER);
    problem.addClassName("form-summary");
    problem.getElement().setAttribute("role", "alert");
    problem.setVisible(false);
    Div line = new Div(code, look);
    line.addClassName("code-line");
    Paragraph english = new Paragraph("Look up a complaint or a request for help with its code.");
    english.getElement().setAttribute("lang", "en");
    english.addClassName("public-english");
    Paragraph file = new Paragraph(new Span("还没有提出过？"), new Anchor(FilingPage.PATH, "我要反映"));
    add(new H1("查询进度"), english, line, problem, result, file);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (VaadinSession.getCurrent().getAttribute(CODE) instanceof String given) {
      code.setValue(given);
      look();
    }
  }

  private void look() {
    problem.setVisible(false);
    result.removeAll();
    if (code.isEmpty()) {
      tell("请输入查询码。");
      return;
    }
    try {
      draw(complaints.progress(code.getValue()));
    } catch (Refusal refused) {
      tell(refused.sentence());
    }
  }

  private void draw(RequestProgress progress) {
    StateBadge state = new StateBadge(progress.status().tone(), progress.statusText());
    state.setId("state");
    KeyValueList facts =
        new KeyValueList()
            .line("现在", state)
            .line("类型", RequestKind.ofCode(progress.kind()).map(RequestKind::chinese).orElse(""))
            .line("地区", progress.regionName())
            .line("提出时间", Wording.dateTime(progress.filedAt().toInstant()));
    Optional.ofNullable(progress.department()).ifPresent(name -> facts.line("承办部门", name));
    result.add(new Panel(facts));
    if (progress.merged()) {
      result.add(new Finding(Tone.PLAIN, "与同一件事一并办理", new Div("下面是那一件的进度和答复。")));
    }
    if (progress.mayAnswer() && progress.question() != null) {
      result.add(question(progress));
    }
    if (progress.answer() != null) {
      result.add(answer("答复", progress.answer()));
    }
    if (progress.reviewAnswer() != null) {
      result.add(answer("复查结论", progress.reviewAnswer()));
    }
    if (progress.mayRate()) {
      result.add(rating());
    } else if (progress.stars() != null) {
      result.add(new Paragraph("您的评价：" + "★".repeat(progress.stars())));
    }
    if (progress.mayObject()) {
      result.add(objection(progress));
    }
    Timeline timeline = new Timeline();
    progress
        .timeline()
        .reversed()
        .forEach(step -> timeline.event(Tone.PLAIN, step.text(), step.at().toInstant(), "", ""));
    result.add(new Panel(new H2("办理经过"), timeline));
    if (progress.mayWithdraw()) {
      result.add(withdrawal());
    }
  }

  private static Finding answer(String title, String words) {
    Div text = new Div(words);
    text.addClassName("answer-words");
    return new Finding(Tone.GOOD, title, text);
  }

  private Panel question(RequestProgress progress) {
    TextArea answer = area("您的补充", "请把知道的情况写清楚");
    return new Panel(
        new H2("请您补充情况"),
        new Paragraph(progress.question()),
        answer,
        button("提交补充", () -> act(answer, words -> complaints.answer(code.getValue(), words))));
  }

  private Panel rating() {
    RadioButtonGroup<Integer> stars = new RadioButtonGroup<>("您对办理结果满意吗");
    stars.setItems(5, 4, 3, 2, 1);
    stars.setItemLabelGenerator(n -> "★".repeat(n) + " " + n + " 星");
    TextArea comment = area("想说的话（可不填）", "");
    return new Panel(
        new H2("评价"),
        stars,
        comment,
        button(
            "提交评价",
            () ->
                act(comment, words -> complaints.rate(code.getValue(), stars.getValue(), words))));
  }

  private Panel objection(RequestProgress progress) {
    TextArea words = area("哪里不认可", "请写明理由");
    return new Panel(
        new H2("对结果有异议？"),
        new Paragraph(
            "可以提出一次异议，由上一级复查。截止 " + Wording.deadline(progress.objectionUntil().toInstant()) + "。"),
        words,
        button("提出异议", () -> act(words, text -> complaints.object(code.getValue(), text))));
  }

  private Button withdrawal() {
    Button withdraw =
        new Button(
            "撤回这件诉求",
            event -> {
              ConfirmDialog ask =
                  new ConfirmDialog(
                      "撤回？",
                      "撤回后不再办理，不能恢复。",
                      "撤回",
                      confirmed ->
                          act(new TextArea(), none -> complaints.withdraw(code.getValue(), "")));
              ask.setCancelable(true);
              ask.setCancelText("不撤回");
              ask.open();
            });
    withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
    return withdraw;
  }

  private static TextArea area(String label, String placeholder) {
    TextArea area = new TextArea(label);
    area.setMaxLength(NewRequest.LONGEST_TEXT);
    area.setMinRows(3);
    area.setPlaceholder(placeholder);
    return area;
  }

  private static Button button(String label, Runnable action) {
    Button button = new Button(label);
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    button.setDisableOnClick(true);
    button.addClickListener(
        event -> {
          button.setEnabled(true);
          action.run();
        });
    return button;
  }

  private void act(TextArea field, Consumer<String> deed) {
    problem.setVisible(false);
    Optional<Duration> wait = rate.take(VaadinRequest.getCurrent().getRemoteAddr());
    if (wait.isPresent()) {
      tell(PublicRateFilter.sentence(wait.get()));
      return;
    }
    try {
      deed.accept(field.getValue());
      look();
    } catch (Refusal.Invalid wrong) {
      field.setErrorMessage(wrong.sentence());
      field.setInvalid(true);
    } catch (Refusal refused) {
      look();
      tell(refused.sentence());
    }
  }

  private void tell(String sentence) {
    problem.setText("▲ " + sentence);
    problem.setVisible(true);
  }
}
