package cn.sunshine.administration;

import cn.sunshine.account.Accounts;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import java.util.Optional;
import java.util.stream.Collectors;

/** A role and the region at which it is held; offers only regions where it can be. */
class GrantFields extends FormLayout {

  private final Select<Role> role = new Select<>();
  private final RegionPicker region;

  GrantFields(Accounts accounts, Regions regions) {
    setResponsiveSteps(new ResponsiveStep("0", 1));
    role.setLabel("角色");
    role.setItems(Role.values());
    role.setItemLabelGenerator(Role::chinese);
    role.setRequiredIndicatorVisible(true);
    region = new RegionPicker(regions, none -> false);
    region.setLabel("地区");
    region.setEnabled(false);
    region.setRequiredIndicatorVisible(true);
    region.setPlaceholder("先选角色");
    role.addValueChangeListener(
        event -> {
          Role chosen = event.getValue();
          role.setInvalid(false);
          region.setInvalid(false);
          region.setEnabled(chosen != null && !chosen.levels().isEmpty());
          region.offer(
              place -> chosen != null && accounts.canBeHeld(new Grant(chosen, place.code())));
          region.setPlaceholder(chosen == null ? "先选角色" : hint(chosen));
        });
    region.addValueChangeListener(event -> region.setInvalid(false));
    add(role, region);
  }

  /** What was chosen; empty and marked in red when something is missing. */
  Optional<Grant> read() {
    Role chosen = role.getValue();
    if (chosen == null) {
      role.setErrorMessage("请选择角色。");
      role.setInvalid(true);
      return Optional.empty();
    }
    if (chosen.levels().isEmpty()) {
      return Optional.of(new Grant(chosen, ""));
    }
    Optional<Region> place = Optional.ofNullable(region.getValue());
    if (place.isEmpty()) {
      region.setErrorMessage("请选择地区：输入名称或编码查找。");
      region.setInvalid(true);
    }
    return place.map(found -> new Grant(chosen, found.code()));
  }

  private static String hint(Role role) {
    return role.levels().isEmpty()
        ? "不属于任何地区"
        : role.levels().stream()
            .sorted()
            .map(RegionLevel::chinese)
            .collect(Collectors.joining("级、", "", "级地区，输入名称或编码查找"));
  }
}
