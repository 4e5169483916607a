package cn.sunshine.villageaid;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.decisiontable.FactFields;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.Wording;
import cn.sunshine.villageaid.VillageAids.Offer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** Enter a weak village's figures, see what aid the place's table gives and why. */
@Route(VillageAidPage.PATH)
@PageTitle("薄弱村补助 · 阳光帮扶")
@RolesAllowed({"township", "county", "finance", "department", "audit"})
public class VillageAidPage extends Page {

  public static final String PATH = "village-aid";

  private final transient VillageAids aids;
  private final transient Actor actor;

  VillageAidPage(VillageAids aids, CurrentActor currentActor) {
    super("薄弱村补助");
    this.aids = aids;
    this.actor = currentActor.require();
    List<Offer> offers = aids.offers(actor);
    if (offers.isEmpty()) {
      add(new Panel(new EmptyState("当地没有薄弱村补助的决策表", "政策文件有规定的地方，由政策人员在政策包里加上这张表。")));
    }
    offers.forEach(offer -> add(new Panel(form(offer))));
  }

  private Section form(Offer offer) {
    FactFields fields = new FactFields(offer.inputs());
    IntegerField villages = new IntegerField("本镇（街）薄弱村个数");
    villages.setMin(1);
    villages.setMax(VillageAids.MOST_VILLAGES);
    villages.setValue(1);
    villages.setVisible(offer.kind() == AidKind.TIERS);
    fields.add(villages);
    Div result = new Div();
    result.getElement().setAttribute("role", "status");
    Button workOut =
        new Button(
            "测算",
            event -> {
              result.removeAll();
              fields
                  .read()
                  .ifPresent(
                      figures ->
                          result.add(
                              answer(
                                  offer,
                                  fields,
                                  figures,
                                  Optional.ofNullable(villages.getValue()).orElse(0))));
            });
    workOut.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return new Section(
        offer.title(), new Paragraph("按今天有效的决策表测算，不保存，也不代表批准。"), fields, workOut, result);
  }

  private com.vaadin.flow.component.Component answer(
      Offer offer, FactFields fields, java.util.Map<String, Object> figures, int villages) {
    try {
      return words(aids.workOut(offer.pack(), offer.kind(), figures, villages, actor));
    } catch (Refusal.Invalid refused) {
      refused
          .faults()
          .forEach(fault -> fields.refuse(fault.field().replace("facts.", ""), fault.message()));
      return new Paragraph(
          refused.sentence()
              + refused.faults().stream().map(Refusal.FieldFault::message).findFirst().orElse(""));
    } catch (Refusal refused) {
      return new Paragraph(refused.sentence());
    }
  }

  private static KeyValueList words(Aid aid) {
    KeyValueList list = new KeyValueList();
    list.line("补助", Wording.yuan(aid.amount()));
    aid.shares().forEach((who, amount) -> list.line(who, Wording.yuan(amount)));
    list.line("算法", aid.calculation());
    aid.reasons()
        .forEach(
            reason ->
                list.line("依据", reason.message())
                    .line("情况", reason.actual())
                    .line(
                        "规则行",
                        "%s（决策表第 %s 版）"
                            .formatted(reason.limit(), reason.version().split("-", 2)[0])));
    return list;
  }
}
