package cn.sunshine.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/**
 * Asks before something that is hard to undo, and does not go on without a reason. The reason is
 * kept with the deed and shown to those whom it concerns.
 */
public class ReasonDialog extends Dialog {

  private static final int MAX_LENGTH = 1000;

  private final TextArea reason = new TextArea();

  /**
   * @param title the question: “退回补正？”
   * @param consequence what will happen
   * @param action the word on the button: “退回”
   * @param confirmed receives the reason; when it throws, the dialog stays open
   */
  public ReasonDialog(String title, String consequence, String action, Consumer<String> confirmed) {
    addClassName("reason-dialog");
    setHeaderTitle(title);
    setWidth("30rem");
    reason.setLabel("理由");
    reason.setRequiredIndicatorVisible(true);
    reason.setMaxLength(MAX_LENGTH);
    reason.setMinRows(3);
    reason.setWidthFull();
    reason.setAutofocus(true);
    reason.setValueChangeMode(ValueChangeMode.EAGER);
    reason.setHelperText("必填，会记入办理经过。");
    reason.addValueChangeListener(event -> reason.setInvalid(false));
    add(new Paragraph(consequence), reason);

    Button confirm =
        new Button(
            action,
            event -> {
              String text = reason.getValue().strip();
              if (text.isEmpty()) {
                reason.setErrorMessage("请填写理由。");
                reason.setInvalid(true);
                reason.focus();
                return;
              }
              confirmed.accept(text);
              close();
            });
    confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
    confirm.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
    confirm.setTooltipText("Ctrl + Enter");
    getFooter().add(new Button("取消", event -> close()), confirm);
  }
}
