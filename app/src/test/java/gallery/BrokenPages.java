package gallery;

import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.PublicLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

final class BrokenPages {

  private BrokenPages() {}

  @Route("gallery/refused")
  @PermitAll
  static class Refused extends Div {
    Refused() {
      throw new Refusal.NotFound("没有找到这件案件，或者它不在您的管辖范围内。");
    }
  }

  @Route("gallery/broken")
  @PermitAll
  static class Broken extends Div {
    Broken() {
      throw new IllegalStateException("gallery");
    }
  }

  @Route("gallery/admin")
  @Menu(title = "用户", order = 401)
  @RolesAllowed("ADMIN")
  static class ForAdmins extends Div {}

  @Route(value = "public", layout = PublicLayout.class)
  @AnonymousAllowed
  static class Public extends Div {
    Public() {
      add(
          new H1("通州区西亭镇草庙村 拟纳入建档立卡低收入户名单公示"),
          new Paragraph("经村民小组评议、村委会评议，拟将张**户纳入。公示期 7 天，至 2026-11-27 24:00。如有异议，请在公示期内提出。"));
    }
  }
}
