package cn.sunshine.inbox;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Asks which step a case goes back to, and what has to be put right there. */
class ReturnDialog extends Dialog {

  ReturnDialog(
      List<String> targets,
      UnaryOperator<String> nameOf,
      String comment,
      BiConsumer<String, String> confirmed) {
    setHeaderTitle("退回到哪一步？");
    setWidth("30rem");
    RadioButtonGroup<String> to = new RadioButtonGroup<>();
    to.setItems(targets);
    to.setItemLabelGenerator(nameOf::apply);
    to.setValue(targets.getFirst());
    to.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
    to.setAriaLabel("退回到的环节");
    TextArea words = new TextArea("需要补正什么");
    words.setValue(comment);
    words.setMaxLength(Inbox.LONGEST_COMMENT);
    words.setWidthFull();
    words.setMinRows(3);
    words.setAutofocus(true);
    add(new Paragraph("案件从这一步重新办理，之后的环节要再走一遍。"), to, words);
    Button confirm =
        new Button(
            "退回",
            event -> {
              confirmed.accept(to.getValue(), words.getValue());
              close();
            });
    confirm.setId("confirm-return");
    confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    confirm.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
    confirm.setTooltipText("Ctrl + Enter");
    getFooter().add(new Button("取消", event -> close()), confirm);
  }
}
