package cn.sunshine.shell;

/**
 * A count beside an entry of the navigation, such as the tasks waiting in the inbox. Every bean of
 * this type is asked when a page opens and when {@link LiveUpdates} announces its topic; it counts
 * for the person who is logged in and must be quick.
 */
public interface MenuBadge {

  /** The route of the entry, as in its {@code @Route}. */
  String path();

  /** What is counted, for those who hear it: “12 件待办”. */
  String words(int count);

  /** The count; 0 shows nothing. */
  int count();

  /** The topic of {@link LiveUpdates} after which the count is asked again. */
  String topic();
}
