package cn.sunshine.supervision;

import cn.sunshine.inbox.Punctuality.Decided;
import cn.sunshine.inbox.WorkloadQuery.Show;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Counts by something, one line each; every number leads to its list. */
final class FigureTable extends Div {

  private final NativeTableBody body = new NativeTableBody();
  private final transient Function<Decided, String> tone;

  private FigureTable(String what, Function<Decided, String> tone, String... more) {
    this.tone = tone;
    addClassName("figures");
    NativeTableRow head =
        new NativeTableRow(
            header(what, "figures-name"),
            header("在办", "number"),
            header("即将到期", "number"),
            header("逾期", "number"));
    for (String title : more) {
      head.add(header(title, "figures-share"));
    }
    add(new NativeTable(new NativeTableHeader(head), body));
  }

  /** With open tasks only. */
  static FigureTable of(String what) {
    return new FigureTable(what, decided -> "");
  }

  /** With open tasks and how punctual the past weeks were. */
  static FigureTable withPunctuality(String what, OnTime goal) {
    return new FigureTable(what, decided -> goal.toneOf(decided.share()), "按时办结率");
  }

  /** With open tasks and how long the step took over the past weeks. */
  static FigureTable withMedian(String what) {
    return new FigureTable(what, decided -> "", "近 12 周中位用时");
  }

  private static NativeTableHeaderCell header(String text, String className) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
    cell.addClassName(className);
    cell.getElement().setAttribute("scope", "col");
    return cell;
  }

  /**
   * Adds a line.
   *
   * @param link where the list behind a number is; empty where there is none
   */
  void line(Component name, Counts counts, Function<Show, Optional<String>> link) {
    body.add(row(name, counts, link));
  }

  void line(Component name, Counts counts, Decided decided, Function<Show, Optional<String>> link) {
    NativeTableRow row = row(name, counts, link);
    NativeTableCell share = new NativeTableCell(share(decided, link.apply(Show.DECIDED)));
    share.addClassName("figures-share");
    row.add(share);
    body.add(row);
  }

  void line(Component name, Counts counts, String remark, Function<Show, Optional<String>> link) {
    NativeTableRow row = row(name, counts, link);
    NativeTableCell cell = new NativeTableCell(remark);
    cell.addClassName("figures-remark");
    row.add(cell);
    body.add(row);
  }

  private static NativeTableRow row(
      Component name, Counts counts, Function<Show, Optional<String>> link) {
    NativeTableHeaderCell first = new NativeTableHeaderCell();
    first.add(name);
    first.addClassName("figures-name");
    first.getElement().setAttribute("scope", "row");
    NativeTableRow row = new NativeTableRow();
    row.add(first);
    row.add(
        number(counts.open(), "", link.apply(Show.OPEN)),
        number(counts.dueSoon(), "warning", link.apply(Show.DUE_SOON)),
        number(counts.overdue(), "bad", link.apply(Show.OVERDUE)));
    return row;
  }

  private static NativeTableCell number(long count, String className, Optional<String> link) {
    NativeTableCell cell = new NativeTableCell();
    cell.addClassName("number");
    String text = Wording.number(count);
    if (count == 0 || link.isEmpty()) {
      Span plain = new Span(text);
      plain.addClassName(count == 0 ? "none" : "plain");
      cell.add(plain);
    } else {
      Anchor anchor = new Anchor(link.get(), text);
      if (!className.isEmpty()) {
        anchor.addClassName(className);
      }
      cell.add(anchor);
    }
    return cell;
  }

  private Component share(Decided decided, Optional<String> link) {
    if (decided.all() == 0) {
      Span none = new Span("—");
      none.addClassName("none");
      return none;
    }
    Span fill = new Span();
    fill.addClassName(tone.apply(decided));
    fill.getStyle().set("width", String.format(Locale.ROOT, "%.1f%%", 100 * decided.share()));
    Span bar = new Span(fill);
    bar.addClassName("share-bar");
    String text = OnTime.percent(decided.share());
    Component percent =
        link.<Component>map(address -> new Anchor(address, text)).orElseGet(() -> new Span(text));
    Div both = new Div(bar, percent);
    both.addClassName("share");
    return both;
  }
}
