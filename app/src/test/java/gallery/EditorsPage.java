package gallery;

import cn.sunshine.shell.BpmnEditor;
import cn.sunshine.shell.ContentEditor;
import cn.sunshine.shell.DmnEditor;
import cn.sunshine.shell.EditorFault;
import cn.sunshine.shell.FormEditor;
import cn.sunshine.shell.Page;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

@Route("gallery/editor")
@PageTitle("编辑器 · 阳光帮扶")
@RolesAllowed("COUNTY_OFFICE")
class EditorsPage extends Page implements HasUrlParameter<String> {

  private final Pre saved = new Pre();
  private final Span edits = new Span();
  private final Span checked = new Span();
  private int contents;

  EditorsPage() {
    super("编辑器");
    saved.setId("saved");
    edits.setId("edits");
    checked.setId("checked");
  }

  @Override
  public void setParameter(BeforeEvent event, String kind) {
    switch (kind) {
      case "tables" ->
          show(
              new DmnEditor(),
              "packs/nantong/household-eligibility.dmn",
              List.of(
                  error("income-within-line-excess", "“<=” 后面缺少数字，请补上。"),
                  warning("income-over-line", "这条规则与第 2 行重叠。"),
                  error("outcome-eligible-output", "结论不在可选的值之内。")));
      case "workflow" ->
          show(
              workflow(),
              "packs/nantong/household-admission.bpmn",
              List.of(
                  error("county-sign-off", "没有办理单位，请在右边选定。"),
                  warning("returned--evaluate-application", "这条线的条件没有用到。")));
      case "reading" -> {
        BpmnEditor reading = new BpmnEditor();
        reading.read(text("packs/nantong/household-admission.bpmn"));
        place(reading);
      }
      case "form" ->
          show(
              new FormEditor(),
              "packs/nantong/group-review.form",
              List.of(error("attended", "参加人数要有上限。"), error("", "没有声明结论。")));
      default -> throw new IllegalArgumentException(kind);
    }
  }

  private static BpmnEditor workflow() {
    BpmnEditor editor = new BpmnEditor();
    editor.offer(
        new BpmnEditor.Choices(
            List.of(
                new BpmnEditor.Choice("county@county", "县扶贫办"),
                new BpmnEditor.Choice("department@county", "县业务部门")),
            List.of(new BpmnEditor.Choice("county-sign-off", "县审定")),
            List.of(new BpmnEditor.Choice("term.county-sign-off", "县审定期限（5 个工作日）")),
            List.of(new BpmnEditor.Choice("close-case", "结案")),
            List.of(new BpmnEditor.Choice("public-notice", "公示"))));
    return editor;
  }

  private void show(ContentEditor editor, String path, List<EditorFault> faults) {
    editor.edit(text(path));
    editor.addEditListener(() -> edits.setText("有未保存的修改"));
    editor.addContentListener(text -> checked.setText("检查了 " + ++contents + " 次"));
    addActions(
        button("check", "检查", () -> editor.showFaults(faults)),
        button("fine", "没有问题", () -> editor.showFaults(List.of())),
        button("again", "重新打开", () -> editor.edit(text(path))),
        button("save", "保存", () -> editor.save(saved::setText)));
    place(editor);
  }

  private void place(ContentEditor editor) {
    editor.setHeight("44rem");
    add(editor, edits, checked, saved);
  }

  private static Button button(String id, String text, Runnable action) {
    Button button = new Button(text, event -> action.run());
    button.setId(id);
    return button;
  }

  private static EditorFault error(String element, String message) {
    return new EditorFault(element, EditorFault.Severity.ERROR, message);
  }

  private static EditorFault warning(String element, String message) {
    return new EditorFault(element, EditorFault.Severity.WARNING, message);
  }

  private static String text(String path) {
    try {
      return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
