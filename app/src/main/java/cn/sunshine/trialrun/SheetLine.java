package cn.sunshine.trialrun;

import cn.sunshine.spreadsheet.CellReading;
import java.util.function.IntFunction;

/**
 * A row of an uploaded sheet; a cell is read when it is asked for.
 *
 * @param number as Excel counts, from 1
 * @param width places that may have a cell, from 0
 */
record SheetLine(int number, int width, IntFunction<CellReading> cells) {

  CellReading cell(int place) {
    return cells.apply(place);
  }

  /** A cell of the header. */
  String title(int place) {
    return cell(place).text();
  }
}
