package cn.sunshine.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;

/**
 * What the browser loads with the first page. Our own looks are plain style sheets in {@code
 * META-INF/resources/assets}: they change without a new front-end bundle. Push keeps lists and
 * counts up to date without reloading.
 */
@Push
@Viewport("width=device-width, initial-scale=1")
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("assets/tokens.css")
@StyleSheet("assets/shell.css")
@StyleSheet("assets/parts.css")
@StyleSheet("assets/lists.css")
@StyleSheet("assets/form.css")
@StyleSheet("assets/diagram.css")
@StyleSheet("assets/editors.css")
@StyleSheet("assets/inbox.css")
@StyleSheet("assets/calendar.css")
@StyleSheet("assets/public.css")
@StyleSheet("assets/board.css")
@StyleSheet("assets/policy.css")
@StyleSheet("assets/trial-run.css")
public class SunshineAppShell implements AppShellConfigurator {

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.setPageTitle(Brand.NAME);
    settings.addFavIcon("icon", "assets/sun.svg", "any");
    settings.addMetaTag("color-scheme", "light");
  }
}
