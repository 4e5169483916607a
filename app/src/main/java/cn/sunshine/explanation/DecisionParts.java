package cn.sunshine.explanation;

import cn.sunshine.policy.DecisionRecord;
import cn.sunshine.policy.DecisionWords;
import cn.sunshine.policy.Explanation;
import cn.sunshine.policy.FindingView;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;

/** What is told of an answer of the rules: its reasons, its parameters, what would change it. */
final class DecisionParts {

  private final DecisionWords words;

  DecisionParts(DecisionWords words) {
    this.words = words;
  }

  Component findings(DecisionRecord decision) {
    Map<String, String> rows = words.rules(decision);
    Grid<FindingView> grid = new Grid<>();
    grid.addColumn(words::message).setHeader("说明").setFlexGrow(5).setWidth("18rem");
    grid.addColumn(finding -> words.actual(decision, finding)).setHeader("实际").setWidth("10rem");
    grid.addColumn(finding -> words.limit(decision, finding)).setHeader("标准").setWidth("10rem");
    grid.addColumn(FindingView::policy).setHeader("条款").setWidth("6rem");
    grid.addColumn(finding -> rows.getOrDefault(finding.rule(), "程序规则"))
        .setHeader("规则行")
        .setTooltipGenerator(FindingView::rule)
        .setWidth("11rem");
    return shown(grid, decision.findings());
  }

  Component parameters(DecisionRecord decision) {
    Grid<Map<String, Object>> grid = new Grid<>();
    grid.addColumn(row -> words.parameter(decision, row))
        .setHeader("参数")
        .setTooltipGenerator(row -> String.valueOf(row.get("name")))
        .setFlexGrow(3)
        .setWidth("14rem");
    grid.addColumn(row -> words.value(decision, row))
        .setHeader("值")
        .setFlexGrow(3)
        .setWidth("10rem");
    grid.addColumn(row -> row.get("validFrom")).setHeader("生效日").setWidth("8rem");
    grid.addColumn(row -> row.get("source")).setHeader("出处").setWidth("7rem");
    grid.addColumn(row -> "第 " + row.get("version") + " 版").setHeader("版本").setWidth("6rem");
    return shown(grid, decision.parameters());
  }

  private static <T> Grid<T> shown(Grid<T> grid, List<T> rows) {
    grid.setItems(rows);
    grid.setAllRowsVisible(true);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addThemeVariants(
        GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
    return grid;
  }

  static Component whatIf(Explanation explanation) {
    if (explanation.whatIf().isEmpty()) {
      return new Paragraph("收入、存疑、比对结果和用词都逐项改动试过，只改其中一项，结论都不变。");
    }
    UnorderedList list = new UnorderedList();
    explanation.whatIf().forEach(sentence -> list.add(new ListItem(sentence)));
    return list;
  }
}
