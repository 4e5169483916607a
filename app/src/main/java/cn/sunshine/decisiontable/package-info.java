/**
 * Decision tables (决策表): the DMN models of a pack's rule sets as policy staff write them, with
 * their checks, their test cases, and their way to and from spreadsheets. Drools runs them; what a
 * table can say at all is decided by {@link cn.sunshine.rules.TableCheck}.
 */
package cn.sunshine.decisiontable;
