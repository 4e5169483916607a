package cn.sunshine.shell.fault;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

@PageTitle("没有这个页面 · 阳光帮扶")
@AnonymousAllowed
class NotFoundPage extends FaultPage implements HasErrorParameter<NotFoundException> {

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    say("404", "没有这个页面", "地址可能写错了，或者这条记录已不存在、不在您的管辖范围内。");
    return HttpServletResponse.SC_NOT_FOUND;
  }
}
