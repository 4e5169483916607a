/**
 * Public notices (公示): what is shown to everyone for a number of days before a decision counts, and
 * the objections that anyone may raise while it runs (NT-9). Names are masked; who objects is not
 * shown to those who review the objection.
 */
package cn.sunshine.notice;
