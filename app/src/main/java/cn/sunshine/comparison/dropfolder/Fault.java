package cn.sunshine.comparison.dropfolder;

/**
 * What is wrong in a file. The message never repeats a cell: it might hold an ID number.
 *
 * @param line from 1, the header; 0 for the file as a whole
 * @param field the column, or empty for the whole line
 * @param message a Chinese sentence
 */
record Fault(int line, String field, String message) {}
