package cn.sunshine.shell.fault;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

@PageTitle("没有权限 · 阳光帮扶")
@AnonymousAllowed
class NoAccessPage extends FaultPage implements HasErrorParameter<AccessDeniedException> {

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
    say("403", "您没有查看这个页面的权限", "如果工作需要，请联系本单位的系统管理员开通相应角色。");
    return HttpServletResponse.SC_FORBIDDEN;
  }
}
