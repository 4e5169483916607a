package cn.sunshine.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.Map;

/**
 * Decision tables (决策表) as DMN 1.3 XML: a tab for each table, and one for the picture of how they
 * depend on each other. Shows the mark of bpmn.io, as the licence of dmn-js demands.
 */
@Tag("sunshine-dmn-editor")
@NpmPackage(value = "dmn-js", version = "17.10.2")
@NpmPackage(value = "@codemirror/view", version = "6.43.15")
@JsModule("./components/dmn-editor.ts")
public final class DmnEditor extends ContentEditor {

  /**
   * Says what codes in cells mean, above them; to be called before a table is opened.
   *
   * @param words by code, such as {@code vehicle} 车辆
   */
  public void explain(Map<String, String> words) {
    choices(
        Map.of(
            "words",
            words.entrySet().stream()
                .map(one -> Map.of("value", one.getKey(), "label", one.getValue()))
                .toList()));
  }
}
