/**
 * What follows when a task is overdue (NT-16, WJ-25): the office above it learns of it at once, and
 * when it still is not done after that office's own term, the supervision office and discipline
 * inspection do. A process of the engine keeps the time; each stage is an event with an owner. And
 * the screen on which more time is asked for and granted.
 */
package cn.sunshine.escalation;
