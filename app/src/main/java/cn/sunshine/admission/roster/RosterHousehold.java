package cn.sunshine.admission.roster;

import java.util.List;

/**
 * The rows of one household, together in the sheet.
 *
 * @param faults what cells could not be read
 */
record RosterHousehold(List<RosterRow> rows, List<CellFault> faults) {

  RosterHousehold {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
  }

  int line() {
    return rows.getFirst().line();
  }

  /** By which an official recognises it in a list; empty when the sheet names nobody. */
  String headName() {
    return rows.stream()
        .filter(RosterRow::isOfHead)
        .findFirst()
        .orElse(rows.getFirst())
        .value(RosterColumn.NAME);
  }
}
