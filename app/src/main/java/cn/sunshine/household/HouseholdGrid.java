package cn.sunshine.household;

import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.spring.data.VaadinSpringDataHelpers;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** Households line by line; pages are fetched as one scrolls. */
final class HouseholdGrid extends Grid<HouseholdView> {

  private final Map<RegisterColumn, Column<HouseholdView>> columns =
      new EnumMap<>(RegisterColumn.class);

  HouseholdGrid(Function<Pageable, Page<HouseholdView>> search) {
    for (RegisterColumn column : RegisterColumn.values()) {
      columns.put(column, add(column));
    }
    addThemeVariants(GridVariant.LUMO_NO_BORDER);
    setColumnReorderingAllowed(false);
    setItems(
        query -> search.apply(VaadinSpringDataHelpers.toSpringPageRequest(query)).stream(),
        query -> (int) search.apply(Pageable.ofSize(1)).getTotalElements());
    addItemClickListener(
        event ->
            getUI()
                .ifPresent(
                    ui ->
                        ui.navigate(RegisterPage.PATH + "/" + event.getItem().householdNumber())));
  }

  private Column<HouseholdView> add(RegisterColumn column) {
    Column<HouseholdView> shown =
        switch (column) {
          case NUMBER ->
              addComponentColumn(
                      household ->
                          new Anchor(
                              RegisterPage.PATH + "/" + household.householdNumber(),
                              household.householdNumber()))
                  .setWidth("14rem")
                  .setFlexGrow(0);
          case STATUS -> addComponentColumn(HouseholdGrid::badge).setWidth("6.5rem").setFlexGrow(0);
          case PERSONS -> text(column).setWidth("5rem").setFlexGrow(0);
          case HEAD -> text(column).setWidth("6.5rem").setFlexGrow(0);
          case ADMITTED_ON, EXITED_ON, KEPT_UNTIL, PHONE ->
              text(column).setWidth("8rem").setFlexGrow(0);
          case ID_NUMBER, INCOME, INCOME_PER_PERSON ->
              text(column).setWidth("11.5rem").setFlexGrow(0);
          case REGION, ADDRESS -> text(column).setWidth("14rem").setFlexGrow(3);
          case CAUSES -> text(column).setWidth("8rem").setFlexGrow(1);
        };
    shown.setHeader(column.title().replace("（元）", "")).setKey(column.word());
    column.sortedBy().ifPresent(shown::setSortProperty);
    if (Set.of(RegisterColumn.PERSONS, RegisterColumn.INCOME, RegisterColumn.INCOME_PER_PERSON)
        .contains(column)) {
      shown.setTextAlign(ColumnTextAlign.END);
    }
    return shown;
  }

  private Column<HouseholdView> text(RegisterColumn column) {
    return addColumn(
            household ->
                column.valueOf(household) instanceof BigDecimal amount
                    ? Wording.yuan(amount)
                    : column.valueOf(household))
        .setTooltipGenerator(
            household ->
                column == RegisterColumn.REGION || column == RegisterColumn.ADDRESS
                    ? column.valueOf(household).toString()
                    : null);
  }

  static StateBadge badge(HouseholdView household) {
    return new StateBadge(
        household.status() == HouseholdStatus.ACTIVE ? Tone.GOOD : Tone.STOPPED,
        household.status().chinese());
  }

  void show(Set<RegisterColumn> chosen) {
    columns.forEach((column, shown) -> shown.setVisible(chosen.contains(column)));
  }

  /** How the list is sorted at this moment, in the words of {@link Households#search}. */
  Sort sort() {
    return sorting()
        .map(
            order ->
                Sort.by(
                    order.getDirection() == SortDirection.DESCENDING
                        ? Sort.Direction.DESC
                        : Sort.Direction.ASC,
                    propertyOf(order)))
        .orElse(Sort.unsorted());
  }

  /** The same for an address: {@code -yearlyIncome} for the largest first. */
  String sortWord() {
    return sorting()
        .map(
            order ->
                (order.getDirection() == SortDirection.DESCENDING ? "-" : "") + propertyOf(order))
        .orElse("");
  }

  /** Sorts as {@link #sortWord} says; unknown words are as none. */
  void sortAs(String word) {
    String property = word.startsWith("-") ? word.substring(1) : word;
    SortDirection direction =
        word.startsWith("-") ? SortDirection.DESCENDING : SortDirection.ASCENDING;
    sort(
        columns.entrySet().stream()
            .filter(entry -> entry.getKey().sortedBy().equals(Optional.of(property)))
            .map(entry -> new GridSortOrder<>(entry.getValue(), direction))
            .toList());
  }

  private Optional<GridSortOrder<HouseholdView>> sorting() {
    List<GridSortOrder<HouseholdView>> orders = getSortOrder();
    return orders.isEmpty() ? Optional.empty() : Optional.of(orders.getFirst());
  }

  private String propertyOf(GridSortOrder<HouseholdView> order) {
    return columns.entrySet().stream()
        .filter(entry -> entry.getKey().word().equals(order.getSorted().getKey()))
        .flatMap(entry -> entry.getKey().sortedBy().stream())
        .findFirst()
        .orElseThrow();
  }
}
