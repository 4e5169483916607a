package cn.sunshine.shell.fault;

import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.Toast;
import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * Makes a sentence out of every fault that reaches the screen: a refusal says itself, anything else
 * gets a reference number, and what Vaadin itself has to tell is told in Chinese.
 */
@Component
class FaultHandling implements VaadinServiceInitListener {

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.getSource().setSystemMessagesProvider(info -> messages());
    event
        .getSource()
        .addSessionInitListener(
            session -> session.getSession().setErrorHandler(FaultHandling::tell));
    event.getSource().addUIInitListener(opened -> speakChineseWhenOffline(opened.getUI()));
    event.addIndexHtmlRequestListener(
        response -> response.getDocument().getElementsByTag("html").attr("lang", "zh-CN"));
  }

  private static void speakChineseWhenOffline(UI ui) {
    ReconnectDialogConfiguration texts = ui.getReconnectDialogConfiguration();
    texts.setDialogText("与服务器的连接中断，正在重新连接…");
    texts.setDialogTextGaveUp("无法连接服务器，请检查网络后刷新页面。");
    ui.getPage()
        .executeJs(
            "const c = window.Vaadin.connectionIndicator; if (c) { c.onlineText = $0; c.offlineText = $1; }",
            "已连接",
            "连接已断开");
  }

  private static void tell(ErrorEvent event) {
    String sentence =
        FaultPage.refusalIn(event.getThrowable())
            .map(Refusal::sentence)
            .orElseGet(
                () ->
                    "系统出了点问题，这一步没有完成，请稍后再试。错误编号 "
                        + FaultReference.log(event.getThrowable()).number());
    UI ui = UI.getCurrent();
    if (ui != null) {
      ui.access(() -> Toast.problem(sentence));
    }
  }

  private static SystemMessages messages() {
    CustomizedSystemMessages messages = new CustomizedSystemMessages();
    messages.setSessionExpiredCaption("登录已超时");
    messages.setSessionExpiredMessage("为了安全，长时间没有操作会自动退出。点这里重新登录。");
    messages.setSessionExpiredURL("login?expired");
    messages.setSessionExpiredNotificationEnabled(true);
    messages.setInternalErrorCaption("系统出了点问题");
    messages.setInternalErrorMessage("请记下未保存的内容，点这里重新打开页面。");
    messages.setInternalErrorNotificationEnabled(true);
    messages.setCookiesDisabledCaption("浏览器禁用了 Cookie");
    messages.setCookiesDisabledMessage("本系统需要 Cookie 才能登录，请在浏览器设置中允许后点这里重试。");
    return messages;
  }
}
