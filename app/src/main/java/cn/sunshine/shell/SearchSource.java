package cn.sunshine.shell;

import java.util.List;

/**
 * Answers the search field at the top of every page. The beans of this type find only what the
 * logged-in person may see; pages themselves are found by the shell.
 */
public interface SearchSource {

  /** The best hits for what was typed, at most {@code limit}. */
  List<SearchHit> find(String words, int limit);
}
