/**
 * Trial runs (试算): what a change of rules would do to everybody in the register, or in an uploaded
 * sheet, before it counts. Every household is judged by two books of rules, the old and the new;
 * those whose outcome differs are kept with both explanations, and all are counted by area.
 *
 * <p>A fast way ({@link cn.sunshine.rules.Screening}) tells the outcomes of all; whoever changes,
 * and a sample of those who do not, is judged again in full by Drools, and a run in which the two
 * disagree once has failed.
 */
package cn.sunshine.trialrun;
