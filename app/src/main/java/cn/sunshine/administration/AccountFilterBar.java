package cn.sunshine.administration;

import cn.sunshine.account.AccountFilter;
import cn.sunshine.account.Role;
import cn.sunshine.region.Region;
import cn.sunshine.region.Regions;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What to look for in the list of accounts, and the same as a part of the page's address. */
class AccountFilterBar extends Div {

  private static final String TEXT = "q";
  private static final String ROLE = "role";
  private static final String REGION = "region";

  private final transient Regions regions;
  private final TextField text = new TextField();
  private final Select<Role> role = new Select<>();
  private final ComboBox<Region> region;

  /**
   * @param changed called when the person has changed something
   */
  AccountFilterBar(Regions regions, Runnable changed) {
    this.regions = regions;
    getStyle().set("display", "flex").set("flex-wrap", "wrap").set("gap", "0.5rem");
    text.setPlaceholder("用户名或姓名");
    text.setAriaLabel("按用户名或姓名查找");
    text.setPrefixComponent(VaadinIcon.SEARCH.create());
    text.setClearButtonVisible(true);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    role.setItems(Role.values());
    role.setItemLabelGenerator(it -> it == null ? "全部角色" : it.chinese());
    role.setEmptySelectionAllowed(true);
    role.setEmptySelectionCaption("全部角色");
    role.setAriaLabel("按角色筛选");
    region = new RegionPicker(regions, any -> true);
    region.setPlaceholder("全部地区（含下级）");
    region.setAriaLabel("按地区筛选，包括下级地区");
    region.setClearButtonVisible(true);
    region.setWidth("18rem");
    Button clear = new Button("清除筛选", event -> show(QueryParameters.empty()));
    clear.addClickListener(event -> changed.run());
    clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    add(text, role, region, clear);
    text.addValueChangeListener(event -> report(event.isFromClient(), changed));
    role.addValueChangeListener(event -> report(event.isFromClient(), changed));
    region.addValueChangeListener(event -> report(event.isFromClient(), changed));
  }

  private static void report(boolean byPerson, Runnable changed) {
    if (byPerson) {
      changed.run();
    }
  }

  AccountFilter filter() {
    return new AccountFilter(
        text.getValue(),
        Optional.ofNullable(role.getValue()),
        Optional.ofNullable(region.getValue()).map(Region::code));
  }

  /** Sets the fields to what an address says; what makes no sense in it is left out. */
  void show(QueryParameters query) {
    text.setValue(query.getSingleParameter(TEXT).orElse(""));
    role.setValue(query.getSingleParameter(ROLE).flatMap(Role::ofCode).orElse(null));
    region.setValue(query.getSingleParameter(REGION).flatMap(regions::find).orElse(null));
  }

  QueryParameters query() {
    Map<String, String> query = new LinkedHashMap<>();
    AccountFilter filter = filter();
    if (!filter.text().isEmpty()) {
      query.put(TEXT, filter.text());
    }
    filter.role().ifPresent(chosen -> query.put(ROLE, chosen.code()));
    filter.region().ifPresent(code -> query.put(REGION, code));
    return QueryParameters.simple(query);
  }
}
