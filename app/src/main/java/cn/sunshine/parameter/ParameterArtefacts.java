package cn.sunshine.parameter;

import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.ParameterTimeline;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.Proposal;
import cn.sunshine.policy.UnitWords;
import cn.sunshine.policy.Versions;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.ArtefactType;
import cn.sunshine.rules.AssetItem;
import cn.sunshine.rules.InvalidPack;
import cn.sunshine.rules.PolicyPack;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Parameters as something that policy staff change. */
@Component
class ParameterArtefacts implements ArtefactType {

  private static final String COMPARED_ITEMS = "comparison.items";
  private static final String THRESHOLDS = "asset-thresholds";

  private final Packs packs;
  private final Versions versions;
  private final Clock clock;

  ParameterArtefacts(Packs packs, Versions versions, Clock clock) {
    this.packs = packs;
    this.versions = versions;
    this.clock = clock;
  }

  @Override
  public ArtefactKind kind() {
    return ArtefactKind.PARAMETER;
  }

  @Override
  public Optional<Text> inForce(Artefact artefact) {
    return packs
        .find(artefact.pack())
        .flatMap(pack -> text(artefact, pack, versions.currentNumber(artefact)));
  }

  @Override
  public Optional<Text> shipped(Artefact artefact) {
    return text(artefact, packs.shipped(artefact.pack()), PolicyVersion.SHIPPED);
  }

  private static Optional<Text> text(Artefact artefact, PolicyPack pack, int number) {
    return ParameterTimeline.of(artefact.name(), pack.parameters())
        .map(timeline -> new Text(pack.titleOf(artefact.name()), number, timeline.json(), "[]"));
  }

  @Override
  public List<ArtefactFault> check(Proposal proposal, String tests, List<Proposal> together) {
    Artefact artefact = proposal.artefact();
    Optional<ParameterTimeline> current =
        packs
            .find(artefact.pack())
            .flatMap(pack -> ParameterTimeline.of(artefact.name(), pack.parameters()));
    if (current.isEmpty()) {
      return List.of(ArtefactFault.error("", "没有名为 %s 的参数。".formatted(artefact.name())));
    }
    ParameterTimeline proposed;
    try {
      proposed = ParameterTimeline.parse(artefact.name(), proposal.content());
    } catch (IllegalArgumentException e) {
      return List.of(ArtefactFault.error("", "无法读取这个参数的值，请重新填写。"));
    }
    List<ArtefactFault> faults =
        new ArrayList<>(ParameterCheck.of(current.get(), proposed, LocalDate.now(clock)));
    if (artefact.name().equals(COMPARED_ITEMS)) {
      faults.addAll(itemsWithoutNumber(proposed, artefact.pack(), together));
    }
    return faults;
  }

  /** Each compared item needs the number of things that nobody doubts, else nothing is decided. */
  private List<ArtefactFault> itemsWithoutNumber(
      ParameterTimeline proposed, String pack, List<Proposal> together) {
    Set<String> known = itemsWithNumber(pack, together);
    return proposed.rows().stream()
        .filter(row -> proposed.unit().accepts(row.value()))
        .flatMap(row -> Arrays.stream(row.value().split("[,，]")))
        .map(String::strip)
        .filter(item -> !known.contains(item))
        .distinct()
        .map(
            item ->
                ArtefactFault.error(
                    "",
                    "比对类别“%s”没有免核数量：请先在决策表“资产免核数量”里为它加一行，否则比对时无法认定。"
                        .formatted(AssetItem.of(item).map(AssetItem::label).orElse(item))))
        .toList();
  }

  /** The items that the pack's table gives a number for, as it is or as it is changed together. */
  private Set<String> itemsWithNumber(String pack, List<Proposal> together) {
    List<Proposal> table =
        together.stream().filter(other -> other.artefact().name().equals(THRESHOLDS)).toList();
    try {
      return packs.rulebook(pack, table).ruleSet(THRESHOLDS).stream()
          .flatMap(rules -> rules.inputs().stream())
          .flatMap(input -> input.choices().keySet().stream())
          .collect(Collectors.toSet());
    } catch (InvalidPack faulty) {
      // Its own check says what is wrong with it.
      return itemsWithNumber(pack, List.of());
    }
  }

  @Override
  public List<String> lines(Artefact artefact, String content, String tests) {
    ParameterTimeline timeline = ParameterTimeline.parse(artefact.name(), content);
    return timeline.rows().stream()
        .map(
            row ->
                "%s　自 %s %s　出处 %s%s"
                    .formatted(
                        UnitWords.of(timeline.unit(), row.value()),
                        row.from(),
                        row.to().map(last -> "至 " + last).orElse("起"),
                        row.source(),
                        row.note().isBlank() ? "" : "　" + row.note()))
        .toList();
  }

  @Override
  public String page(Artefact artefact, long change) {
    return "policy/parameters?pack=%s&name=%s".formatted(artefact.pack(), artefact.name());
  }
}
