package cn.sunshine.decisiontable;

import cn.sunshine.policy.OutcomeWords;
import cn.sunshine.rules.TableCase;
import cn.sunshine.rules.TableTerms;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The test cases of a table: what goes in, what has to come out, and whether it did. */
final class CaseGrid extends Div {

  private final Grid<TableCase> grid = new Grid<>();
  private final List<TableCase> cases = new ArrayList<>();
  private transient Map<TableCase, TableCase.Result> results = Map.of();
  private transient TableTerms terms;
  private final transient Command changed;

  /**
   * @param terms the names of the model's inputs and decisions
   * @param changed called when the cases were changed
   */
  CaseGrid(TableTerms terms, Command changed) {
    this.terms = terms;
    this.changed = changed;
    grid.addColumn(TableCase::name).setHeader("用例").setWidth("12rem").setFlexGrow(1);
    grid.addColumn(one -> CaseTexts.words(one.inputs(), terms))
        .setHeader("输入")
        .setWidth("20rem")
        .setFlexGrow(3);
    grid.addColumn(one -> CaseTexts.words(one.expected(), terms))
        .setHeader("期望")
        .setTooltipGenerator(one -> String.valueOf(one.expected().values()))
        .setWidth("12rem")
        .setFlexGrow(1);
    grid.addComponentColumn(this::result).setHeader("结果").setWidth("14rem").setFlexGrow(2);
    grid.addComponentColumn(this::buttons).setWidth("9rem").setFlexGrow(0);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setAllRowsVisible(true);
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.setEmptyStateComponent(new EmptyState("还没有测试用例", "为每一行和每个边界写一条：输入什么，应得出什么。用例不通过的表不能提交。"));
    Button add = new Button("新增用例", event -> edit(Optional.empty()));
    add.addThemeVariants(ButtonVariant.LUMO_SMALL);
    add(new Div(add), grid);
  }

  private Div result(TableCase one) {
    TableCase.Result result = results.get(one);
    if (result == null) {
      return new Div(new StateBadge(Tone.PLAIN, "未运行"));
    }
    return result.passed()
        ? new Div(new StateBadge(Tone.GOOD, "通过"))
        : new Div(
            new StateBadge(Tone.BAD, "没有通过"), new Div(new Span(OutcomeWords.in(result.problem()))));
  }

  private Div buttons(TableCase one) {
    Button edit = new Button("改", event -> edit(Optional.of(one)));
    edit.setAriaLabel("改用例 " + one.name());
    Button remove =
        new Button(
            "删",
            event -> {
              cases.remove(one);
              refresh();
              changed.execute();
            });
    remove.setAriaLabel("删用例 " + one.name());
    edit.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    remove.addThemeVariants(
        ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
    return new Div(edit, remove);
  }

  private void edit(Optional<TableCase> one) {
    new CaseDialog(
            terms,
            one,
            edited -> {
              int position = one.map(cases::indexOf).orElse(-1);
              if (position < 0) {
                cases.add(edited);
              } else {
                cases.set(position, edited);
              }
              refresh();
              changed.execute();
            })
        .open();
  }

  void show(List<TableCase> some, TableTerms names) {
    terms = names;
    cases.clear();
    cases.addAll(some);
    results = Map.of();
    refresh();
  }

  void showResults(List<TableCase.Result> some) {
    results =
        some.stream()
            .collect(Collectors.toMap(TableCase.Result::of, result -> result, (one, same) -> one));
    refresh();
  }

  List<TableCase> cases() {
    return List.copyOf(cases);
  }

  private void refresh() {
    grid.setItems(cases);
  }
}
