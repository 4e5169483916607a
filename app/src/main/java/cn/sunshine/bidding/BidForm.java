package cn.sunshine.bidding;

import cn.sunshine.problem.Refusal;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.function.Consumer;

/** A bid for a tender; sealed as soon as it is handed in. */
final class BidForm extends Div {

  private final TextField bidder = new TextField("投标人名称 Bidder");
  private final TextField code = new TextField("统一社会信用代码 Credit code");
  private final BigDecimalField amount = new BigDecimalField("投标价（元） Price in yuan");
  private final TextArea note = new TextArea("方案说明（可不填） Notes, optional");
  private final TextField receipt = new TextField("回执码 Receipt code");
  private final Div problem = new Div();

  BidForm(BidBox box, Tender tender, Consumer<BidBox.Receipt> received) {
    bidder.setRequiredIndicatorVisible(true);
    code.setRequiredIndicatorVisible(true);
    amount.setRequiredIndicatorVisible(true);
    note.setMaxLength(2000);
    amount.setWidth("min(16rem, 100%)");
    receipt.setHelperText("第一次投标不填；截标前更换投标时填上次得到的回执码。 Only to replace an earlier bid.");
    problem.addClassName("form-summary");
    problem.getElement().setAttribute("role", "alert");
    problem.setVisible(false);
    fields().values().forEach(BidForm::clearWhenChanged);
    Button send = new Button("密封并投标");
    send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    send.setDisableOnClick(true);
    send.addClickListener(
        event -> {
          send.setEnabled(true);
          put(box, tender, received);
        });
    add(problem, bidder, code, amount, note, receipt, send);
  }

  private void put(BidBox box, Tender tender, Consumer<BidBox.Receipt> received) {
    problem.setVisible(false);
    try {
      received.accept(
          box.put(
              tender.id(),
              new NewBid(
                  bidder.getValue(),
                  code.getValue(),
                  amount.getValue(),
                  note.getValue(),
                  receipt.getValue())));
    } catch (Refusal.Invalid wrong) {
      wrong
          .faults()
          .forEach(
              fault -> {
                HasValidation field = fields().get(fault.field());
                field.setErrorMessage(fault.message() + "。");
                field.setInvalid(true);
              });
    } catch (Refusal refused) {
      problem.setText("▲ " + refused.sentence());
      problem.setVisible(true);
    }
  }

  private Map<String, HasValidation> fields() {
    return Map.of("bidder", bidder, "bidderCode", code, "amount", amount, "note", note);
  }

  private static void clearWhenChanged(HasValidation field) {
    ((AbstractField<?, ?>) field).addValueChangeListener(event -> field.setInvalid(false));
  }
}
