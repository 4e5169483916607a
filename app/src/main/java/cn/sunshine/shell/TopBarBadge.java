package cn.sunshine.shell;

/**
 * A badge that is shown at the right end of the top bar as well, where it is seen while the
 * navigation is folded away on a telephone.
 */
public interface TopBarBadge extends MenuBadge {

  /** What the badge belongs to: “消息”. */
  String title();
}
