/**
 * Photos and scans on a case (NT-16, JY-17): checked by what they are rather than what they are
 * called, kept in the database beside the case, shown only to those who work on it.
 */
package cn.sunshine.attachment;
