package cn.sunshine.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import java.util.regex.Pattern;

/** Log-in with user name and password, in Chinese with English beside it. */
@Route(value = "login", autoLayout = false)
@PageTitle("登录 · 阳光帮扶")
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver {

  private static final Pattern MINUTES = Pattern.compile("\\d{1,4}");

  private final transient AuthenticationContext authentication;
  private final LoginForm form = new LoginForm();
  private final Paragraph told = new Paragraph();

  LoginView(AuthenticationContext authentication, ShellProperties properties) {
    this.authentication = authentication;
    addClassName("login-view");
    form.setAction("login");
    form.setForgotPasswordButtonVisible(false);
    form.setI18n(texts());

    Div head = new Div(new Brand());
    head.addClassName("login-head");
    if (properties.demoData()) {
      head.add(new DemoMark());
    }
    H1 title = new H1("扶贫工作审批与监管");
    Paragraph english = new Paragraph("Sunshine · poverty-relief casework");
    english.getElement().setAttribute("lang", "en");
    english.addClassName("quiet");
    told.addClassName("login-told");
    told.setVisible(false);
    Paragraph help = new Paragraph("忘记密码请联系本单位的系统管理员。");
    help.addClassName("quiet");
    Div box = new Div(head, title, english, told, form, help);
    box.addClassName("login-box");
    add(box);
  }

  private static LoginI18n texts() {
    LoginI18n texts = LoginI18n.createDefault();
    LoginI18n.Form form = texts.getForm();
    form.setTitle("");
    form.setUsername("用户名 User name");
    form.setPassword("密码 Password");
    form.setSubmit("登录 Sign in");
    LoginI18n.ErrorMessage error = texts.getErrorMessage();
    error.setTitle("用户名或密码不正确");
    error.setMessage("请检查后重新输入；忘记密码请联系系统管理员。 Wrong user name or password.");
    error.setUsername("请填写用户名");
    error.setPassword("请填写密码");
    return texts;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (authentication.isAuthenticated()) {
      event.forwardTo("");
      return;
    }
    QueryParameters query = event.getLocation().getQueryParameters();
    form.setError(query.getParameters().containsKey("error"));
    Optional<String> wait = query.getSingleParameter("wait").filter(MINUTES.asMatchPredicate());
    if (wait.isPresent()) {
      tell(
          "密码输错次数过多，请 %1$s 分钟后再试。 Too many wrong passwords: try again in %1$s min."
              .formatted(wait.get()));
    } else if (query.getParameters().containsKey("expired")) {
      tell("登录已超时，请重新登录。 Your session has expired.");
    } else if (query.getParameters().containsKey("logout")) {
      tell("您已退出登录。 You have signed out.");
    }
  }

  private void tell(String text) {
    told.setText(text);
    told.setVisible(true);
  }
}
