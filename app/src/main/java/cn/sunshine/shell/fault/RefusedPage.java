package cn.sunshine.shell.fault;

import cn.sunshine.problem.Refusal;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** A service declined while a page was opening. */
@PageTitle("无法打开 · 阳光帮扶")
@AnonymousAllowed
class RefusedPage extends FaultPage implements HasErrorParameter<Refusal> {

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refusal> parameter) {
    return sayRefusal(parameter.getException());
  }
}
