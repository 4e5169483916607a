/**
 * Cases (案件): started by an applicant, carried by a process model through the offices, ended with a
 * result. What kinds of case there are, and what their data mean, is said by {@link
 * cn.sunshine.casework.CaseKind}s in other capabilities; this package keeps the case, its history
 * and who may see it.
 */
package cn.sunshine.casework;
