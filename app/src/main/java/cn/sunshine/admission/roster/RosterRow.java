package cn.sunshine.admission.roster;

import java.util.Map;

/**
 * One person's row as it was read.
 *
 * @param line the row of the sheet, from 1 as Excel counts
 * @param values what the cells say; columns without a value are left out
 */
record RosterRow(int line, Map<RosterColumn, String> values) {

  String value(RosterColumn column) {
    return values.getOrDefault(column, "");
  }

  boolean isOfHead() {
    String relation = value(RosterColumn.RELATION);
    return relation.equals("户主") || relation.equals("本人");
  }

  /** The names and the ID number stay out of logs. */
  @Override
  public String toString() {
    return "RosterRow[line=" + line + "]";
  }
}
