package cn.sunshine.notice;

import cn.sunshine.problem.Refusal;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** What somebody holds against a notice; the name need not be given. */
final class ObjectionForm extends Div {

  private static final int LONGEST_TEXT = 2000;
  private static final int LONGEST_CONTACT = 200;

  private final TextArea text = new TextArea("异议内容 What is wrong");
  private final TextField contact = new TextField("联系方式（可不填） Contact, optional");
  private final Div problem = new Div();

  /**
   * @param received called when the objection has been taken
   */
  ObjectionForm(Notices notices, Notice notice, Consumer<Objection> received) {
    text.setRequiredIndicatorVisible(true);
    text.setMaxLength(LONGEST_TEXT);
    text.setMinRows(4);
    text.setPlaceholder("请写明哪里与事实不符，例如收入、房产、车辆或家庭人口。");
    text.addValueChangeListener(event -> text.setInvalid(false));
    contact.setMaxLength(LONGEST_CONTACT);
    contact.setHelperText("只用于向您核实情况，不公开，评议人员看不到。");
    problem.addClassName("form-summary");
    problem.getElement().setAttribute("role", "alert");
    problem.setVisible(false);
    Button send = new Button("提交异议");
    send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    send.setDisableOnClick(true);
    send.addClickListener(
        event -> {
          send.setEnabled(true);
          raise(notices, notice, received);
        });
    Paragraph hint = new Paragraph("可以不留姓名。请只写与这份公示有关的事实。");
    hint.addClassName("quiet");
    add(hint, problem, text, contact, send);
  }

  private void raise(Notices notices, Notice notice, Consumer<Objection> received) {
    problem.setVisible(false);
    try {
      received.accept(notices.object(notice.id(), text.getValue(), contact.getValue()));
    } catch (Refusal.Invalid wrong) {
      if (wrong.faults().isEmpty()) {
        tell(wrong);
      }
      wrong.faults().forEach(this::mark);
    } catch (Refusal refused) {
      tell(refused);
    }
  }

  private void mark(Refusal.FieldFault fault) {
    if (fault.field().equals("contact")) {
      contact.setErrorMessage(fault.message());
      contact.setInvalid(true);
    } else {
      text.setErrorMessage(fault.message() + "。");
      text.setInvalid(true);
      text.focus();
    }
  }

  private void tell(Refusal refusal) {
    problem.setText("▲ " + refusal.sentence());
    problem.setVisible(true);
  }
}
