package gallery;

import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.BpmnDiagram;
import cn.sunshine.shell.CamundaForm;
import cn.sunshine.shell.MenuGroup;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Route("gallery/form")
@Menu(title = "案件", order = MenuGroup.REGISTERS_FROM + 1)
@PageTitle("案件 · 阳光帮扶")
@RolesAllowed("COUNTY_OFFICE")
class FormPage extends Page {

  FormPage() {
    super("表单与流程图");
    CamundaForm form = new CamundaForm();
    CamundaForm reading = new CamundaForm();
    Div answer = new Div();
    answer.setId("answer");
    ObjectNode data =
        JsonMapper.shared()
            .readValue(
                """
                {"head":{"name":"张建国","idNumber":"320612196501011217"},
                 "members":[{"name":"吴桂芳","idNumber":""},{"name":"张晓东","idNumber":""}],
                 "causes":["illness"],"yearlyIncome":19260}
                """,
                ObjectNode.class);
    form.edit(text("packs/shared/household-application.form"), data);
    reading.read(text("packs/shared/household-application.form"), data);
    Button submit =
        new Button(
            "提交",
            event ->
                form.submit(
                    result ->
                        answer.setText(
                            result.complete()
                                ? result.data().toString()
                                : result.faults().toString())));
    submit.setId("submit");
    Button server =
        new Button(
            "服务器检查",
            event ->
                form.showFaults(
                    List.of(
                        new Refusal.FieldFault("head.idNumber", "身份证号校验码不对。"),
                        new Refusal.FieldFault("members[1].idNumber", "与户主的身份证号相同。"),
                        new Refusal.FieldFault("", "该户已有一件正在办理的申请。"))));
    server.setId("server");
    addActions(server, submit);

    BpmnDiagram diagram = new BpmnDiagram();
    diagram.show(
        text("packs/nantong/household-admission.bpmn"),
        new BpmnDiagram.Progress(
            List.of(
                "application-filed",
                "open-case",
                "evaluate-application",
                "group-review",
                "group-review-outcome",
                "committee-review",
                "committee-review-outcome",
                "village-notice",
                "village-notice-outcome"),
            List.of(
                "application-filed--open-case",
                "open-case--evaluate-application",
                "evaluate-application--group-review",
                "group-review--group-review-outcome",
                "group-review-outcome--committee-review",
                "committee-review--committee-review-outcome",
                "committee-review-outcome--village-notice",
                "village-notice--village-notice-outcome",
                "village-notice-outcome--township-check"),
            List.of("township-check")));
    diagram.addStepClickListener(step -> answer.setText("step " + step));
    diagram.setHeight("26rem");
    add(new Panel(diagram), new Panel(form), answer, new Panel(reading));
  }

  private static String text(String path) {
    try {
      return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
