package cn.sunshine.shell;

/** An entry of the person's menu at the top right, such as the change of the password. */
public interface UserMenuEntry {

  String title();

  /** Called in the screen when the entry was chosen. */
  void open();
}
