package cn.sunshine.household;

import cn.sunshine.account.Actor;
import cn.sunshine.problem.Refusal;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.data.domain.Sort;

/** Downloads what the list shows as an Excel file; says so first when it is too much. */
final class RegisterDownload extends Div {

  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** What the list shows, to whom. */
  record Request(HouseholdFilter filter, Sort sort, Set<RegisterColumn> columns, Actor actor) {}

  /** The download runs beside the screen and must not look into its fields. */
  private transient volatile Request pressed;

  /**
   * @param wanted what is to be written, asked when the button is pressed
   * @param problem tells what is wrong and what to do
   */
  RegisterDownload(HouseholdExport export, Supplier<Request> wanted, Consumer<String> problem) {
    DownloadHandler handler =
        event -> {
          Request request = pressed;
          event.setFileName("低收入户名册.xlsx");
          event.setContentType(TYPE);
          export.write(
              request.filter(),
              request.sort(),
              request.columns(),
              request.actor(),
              event.getOutputStream());
        };
    Anchor link = new Anchor(handler, "");
    link.getElement().setAttribute("download", true);
    link.getElement().setAttribute("aria-hidden", "true");
    link.getElement().setAttribute("tabindex", "-1");
    Button button =
        new Button(
            "导出 Excel",
            VaadinIcon.DOWNLOAD_ALT.create(),
            event -> {
              try {
                pressed = wanted.get();
                export.requireFits(pressed.filter(), pressed.actor());
                link.getElement().callJsFunction("click");
              } catch (Refusal.Invalid tooMuch) {
                problem.accept(tooMuch.sentence());
              }
            });
    add(button, link);
  }
}
