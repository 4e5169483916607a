package cn.sunshine.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.server.Command;

/**
 * Says that a page holds work that has not been kept, and asks before the page is left: keep it,
 * drop it or stay. The browser asks by itself before its window is closed.
 */
public final class UnsavedWork extends StateBadge implements BeforeLeaveObserver {

  private final transient ContentEditor editor;
  private final transient Keeping keeping;

  /** How the work is kept. */
  @FunctionalInterface
  public interface Keeping {

    /**
     * Keeps it, or says why not.
     *
     * @param then what comes next when it is kept
     */
    void keep(Command then);
  }

  public UnsavedWork(ContentEditor editor, Keeping keeping) {
    super(Tone.WARNING, "有未保存的修改");
    this.editor = editor;
    this.keeping = keeping;
    setVisible(false);
  }

  /** There is something to be kept. */
  public void begin() {
    if (!isVisible()) {
      editor.markUnsaved();
    }
    setVisible(true);
  }

  /** Everything has been kept, or nobody wants it any more. */
  public void end() {
    editor.markKept();
    setVisible(false);
  }

  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    if (isVisible()) {
      BeforeLeaveEvent.ContinueNavigationAction leaving = event.postpone();
      ask(leaving::proceed, leaving::cancel);
    }
  }

  /**
   * Asks before something takes the place of the work; goes on at once when there is none.
   *
   * @param stay what is to be done when the person would rather stay
   */
  public void askBefore(Command go, Command stay) {
    if (isVisible()) {
      ask(go, stay);
    } else {
      go.execute();
    }
  }

  private void ask(Command go, Command stay) {
    Dialog dialog = new Dialog("修改还没有保存");
    dialog.setCloseOnOutsideClick(false);
    dialog.setCloseOnEsc(false);
    dialog.add(new Paragraph("离开以后，没有保存的修改就没有了。"));
    Button keep =
        new Button(
            "保存草稿",
            event -> {
              dialog.close();
              keeping.keep(go);
            });
    keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Button drop =
        new Button(
            "放弃修改",
            event -> {
              dialog.close();
              end();
              go.execute();
            });
    drop.addThemeVariants(ButtonVariant.LUMO_ERROR);
    Button back =
        new Button(
            "留下",
            event -> {
              dialog.close();
              stay.execute();
            });
    back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    dialog.getFooter().add(back, drop, keep);
    dialog.open();
  }
}
