package cn.sunshine.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chart by ECharts. The option is ECharts' own, with lines and bars only; colours are named by
 * the variables of {@code tokens.css}, such as {@code var(--good)}; a series may have a {@code
 * unit}, and a value a {@code link} that is told when it is clicked.
 */
@Tag("sunshine-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./components/chart.ts")
public class Chart extends Component implements HasSize, HasStyle {

  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * Draws the chart.
   *
   * @param summary what the chart says, for people who do not see it
   */
  public void show(Map<String, Object> option, String summary) {
    getElement().setProperty("summary", summary);
    getElement().setProperty("option", JSON.writeValueAsString(option));
  }

  /** Calls with the link of the bar or point that was clicked. */
  public Registration addLinkListener(Consumer<String> listener) {
    return getElement()
        .addEventListener(
            "chart-click",
            event -> listener.accept(event.getEventData().get("event.detail").asString()))
        .addEventData("event.detail");
  }
}
