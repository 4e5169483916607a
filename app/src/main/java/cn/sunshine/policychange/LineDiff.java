package cn.sunshine.policychange;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/**
 * What changed between two versions, line by line: what is gone, what is new, and one line of what
 * stayed around it. Signs say it as well as colours.
 */
final class LineDiff extends Div {

  private static final int CONTEXT = 1;

  LineDiff(List<String> before, List<String> after) {
    addClassName("line-diff");
    getElement().setAttribute("role", "list");
    List<AbstractDelta<String>> deltas = DiffUtils.diff(before, after).getDeltas();
    if (deltas.isEmpty()) {
      add(new Span("没有差别。"));
      return;
    }
    int shown = 0;
    for (AbstractDelta<String> delta : deltas) {
      int from = delta.getSource().getPosition();
      int start = Math.max(shown, from - CONTEXT);
      if (start > shown) {
        line("skipped", "　", "……");
      }
      before.subList(start, from).forEach(text -> line("same", "　", text));
      delta.getSource().getLines().forEach(text -> line("gone", "−", text));
      delta.getTarget().getLines().forEach(text -> line("new", "+", text));
      shown = from + delta.getSource().size();
      int end = Math.min(before.size(), shown + CONTEXT);
      if (isLast(deltas, delta)) {
        before.subList(shown, end).forEach(text -> line("same", "　", text));
        if (end < before.size()) {
          line("skipped", "　", "……");
        }
      }
    }
  }

  /** How many lines differ, for a summary. */
  static long countOf(List<String> before, List<String> after) {
    return DiffUtils.diff(before, after).getDeltas().stream()
        .mapToLong(
            delta ->
                delta.getType() == DeltaType.DELETE
                    ? delta.getSource().size()
                    : delta.getTarget().size())
        .sum();
  }

  private static boolean isLast(List<AbstractDelta<String>> deltas, AbstractDelta<String> delta) {
    return deltas.getLast().equals(delta);
  }

  private void line(String kind, String sign, String text) {
    Span mark = new Span(sign);
    mark.addClassName("sign");
    Div line = new Div(mark, new Span(text));
    line.addClassNames("diff-line", kind);
    line.getElement().setAttribute("role", "listitem");
    add(line);
  }
}
