package cn.sunshine.rules;

import java.util.List;
import java.util.Map;

/** Shipped tables with other numbers in them. */
final class Tables {
  static final PackResources RESOURCES = new PackResources(Tables.class.getClassLoader());

  private Tables() {}

  static String shipped(String pack, String table) {
    return RESOURCES.find(pack, table + ".dmn").orElseThrow();
  }

  /** The model with another answer in some rows, by the row's id. */
  static String with(String model, Map<String, ?> answers) {
    return TableSheets.with(
        model,
        TableSheets.of(model).stream()
            .map(
                sheet ->
                    new TableSheet(
                        sheet.decision(),
                        sheet.name(),
                        sheet.conditions(),
                        sheet.answer(),
                        sheet.rows().stream()
                            .map(
                                row ->
                                    new TableSheet.Row(
                                        row.id(),
                                        row.cells(),
                                        answers.containsKey(row.id())
                                            ? answers.get(row.id()).toString()
                                            : row.answer(),
                                        row.note()))
                            .toList()))
            .toList());
  }

  /** The model without a row. */
  static String without(String model, String id) {
    return TableSheets.with(
        model,
        TableSheets.of(model).stream()
            .map(
                sheet ->
                    new TableSheet(
                        sheet.decision(),
                        sheet.name(),
                        sheet.conditions(),
                        sheet.answer(),
                        sheet.rows().stream().filter(row -> !row.id().equals(id)).toList()))
            .toList());
  }

  /** A rule set of Nantong with another model in it. */
  static RuleVersion variant(String ruleSet, String file, String model) {
    RuleSetDefinition definition = definition("nantong", ruleSet);
    Map<String, String> models = Households.ENGINE.shippedModels("nantong", definition);
    models.put(file, model);
    return Households.ENGINE.compile("nantong", definition, models);
  }

  static RuleSetDefinition definition(String pack, String ruleSet) {
    return Households.PACKS.find(pack).orElseThrow().ruleSets().stream()
        .filter(set -> set.name().equals(ruleSet))
        .findFirst()
        .orElseThrow();
  }

  /** A rule set of Nantong with other numbers of assets that raise no doubt. */
  static RuleVersion withFree(String ruleSet, Map<String, Integer> free) {
    return variant(
        ruleSet, "asset-thresholds.dmn", with(shipped("nantong", "asset-thresholds"), free));
  }

  static List<TableFault> errors(String model, String shipped) {
    return TableCheck.of(model, shipped).stream()
        .filter(fault -> fault.severity() == TableFault.Severity.ERROR)
        .toList();
  }
}
