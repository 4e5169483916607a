package cn.sunshine.admission.roster;

/**
 * What is wrong in a cell of an uploaded sheet. The message never repeats an ID number.
 *
 * @param line the row of the sheet, from 1 as Excel counts
 * @param column the title of the column; empty when the row as a whole is meant
 * @param message a Chinese sentence that says what to do
 */
public record CellFault(int line, String column, String message) {

  static CellFault at(int line, RosterColumn column, String message) {
    return new CellFault(line, column.title(), message);
  }
}
