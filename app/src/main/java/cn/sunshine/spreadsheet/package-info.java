/**
 * Excel workbooks that people upload (电子表格): looked over before anything reads them, since whoever
 * uploads one is not trusted, and read cell by cell in the words that people typed.
 */
package cn.sunshine.spreadsheet;
