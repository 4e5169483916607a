package cn.sunshine.shell.fault;

import cn.sunshine.problem.Refusal;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

@PageTitle("出错了 · 阳光帮扶")
@AnonymousAllowed
class UnexpectedPage extends FaultPage implements HasErrorParameter<Exception> {

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    Optional<Refusal> refusal = refusalIn(parameter.getException());
    if (refusal.isPresent()) {
      return sayRefusal(refusal.get());
    }
    FaultReference reference = FaultReference.log(parameter.getException());
    Paragraph number = new Paragraph("错误编号 " + reference.number());
    number.addClassName("fault-reference");
    say("500", "系统出了点问题", "已保存的内容不会丢失，请稍后再试。如果仍然不行，请把下面的错误编号告诉系统管理员。", number);
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }
}
