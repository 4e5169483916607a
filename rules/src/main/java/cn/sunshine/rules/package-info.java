/**
 * Decides from facts and a jurisdiction's parameters, and explains each decision by rule, version,
 * policy article, actual value and limit. Kept free of Spring and of storage, so that a decision is
 * a function of what it is given: the same facts, parameters and rule set version always give the
 * same answer.
 */
package cn.sunshine.rules;
