package cn.sunshine.expert;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.account.Role;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.MenuGroup;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.RegionField;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** The register of experts; the county's office enters them and takes them off. */
@Route("experts")
@Menu(title = "专家库", order = MenuGroup.REGISTERS_FROM + 11)
@PageTitle("专家库 · 阳光帮扶")
@RolesAllowed({"county", "department", "finance", "office", "discipline", "audit"})
class ExpertsPage extends Page {

  private final transient Experts experts;
  private final transient Regions regions;
  private final transient Actor actor;
  private final Grid<Expert> grid = new Grid<>();

  ExpertsPage(Experts experts, Regions regions, CurrentActor currentActor) {
    super("专家库");
    this.experts = experts;
    this.regions = regions;
    this.actor = currentActor.require();
    addClassName("list-page");
    grid.addColumn(Expert::name).setHeader("姓名").setWidth("9rem");
    grid.addColumn(Expert::unit).setHeader("单位").setWidth("11rem");
    grid.addColumn(Expert::specialty).setHeader("专业").setWidth("7rem");
    grid.addColumn(expert -> regions.fullName(expert.county())).setHeader("县（市）区").setWidth("7rem");
    grid.addColumn(expert -> expert.home().isEmpty() ? "—" : regions.fullName(expert.home()))
        .setHeader("籍贯（回避用）")
        .setWidth("12rem");
    grid.addColumn(expert -> expert.interests().isEmpty() ? "—" : expert.interests())
        .setHeader("申明的利害关系")
        .setWidth("11rem");
    grid.addComponentColumn(
            expert ->
                expert.active()
                    ? new StateBadge(Tone.GOOD, "在库")
                    : new StateBadge(Tone.STOPPED, "已退出"))
        .setHeader("状态")
        .setWidth("6.5rem")
        .setFlexGrow(0);
    grid.addComponentColumn(this::retire).setHeader("").setWidth("5rem").setFlexGrow(0);
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setEmptyStateComponent(new EmptyState("专家库里还没有专家", "由县（市）区扶贫办添加专家，项目评审时从中随机抽取。"));
    myCounty().ifPresent(county -> addActions(new Button("添加专家", event -> ask(county))));
    Panel panel = new Panel(grid);
    panel.addClassName("list-panel");
    add(panel);
    refresh();
  }

  private Optional<String> myCounty() {
    return actor.grantsOf(Role.COUNTY_OFFICE).stream()
        .map(grant -> grant.region())
        .filter(code -> code.length() == RegionLevel.COUNTY.codeLength())
        .findFirst();
  }

  private Div retire(Expert expert) {
    Div cell = new Div();
    if (expert.active() && actor.holdsAt(Role.COUNTY_OFFICE, expert.county())) {
      Button button =
          new Button(
              "退出",
              event -> {
                experts.retire(expert.id(), actor);
                Toast.done(expert.name() + " 已退出专家库。");
                refresh();
              });
      button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
      cell.add(button);
    }
    return cell;
  }

  private void ask(String county) {
    TextField name = new TextField("姓名");
    TextField unit = new TextField("单位");
    TextField specialty = new TextField("专业");
    RegionField home = new RegionField("籍贯所在镇或村", regions, List.of(county));
    home.setHelperText("可不填，用于回避");
    TextField interests = new TextField("申明的利害关系");
    interests.setHelperText("单位名称，用逗号分开，可不填");
    Dialog dialog = new Dialog("添加专家", name, unit, specialty, home, interests);
    dialog.setWidth("min(30rem, 94vw)");
    Button save =
        new Button(
            "保存",
            event -> {
              try {
                experts.add(
                    new NewExpert(
                        name.getValue(),
                        unit.getValue(),
                        specialty.getValue(),
                        county,
                        home.getOptionalValue().map(Region::code).orElse(""),
                        interests.getValue()),
                    actor);
                dialog.close();
                refresh();
              } catch (Refusal refused) {
                Toast.problem(refused.sentence());
              }
            });
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    dialog.getFooter().add(new Button("取消", event -> dialog.close()), save);
    for (HasSize field : List.<HasSize>of(name, unit, specialty, home, interests)) {
      field.setWidthFull();
    }
    dialog.open();
  }

  private void refresh() {
    grid.setItems(experts.all(actor));
  }
}
