/**
 * The rules of each place and what they said: which policy pack holds where, its parameters on a
 * day, evaluations for anyone who asks, and the record of every decision about a case with rule,
 * version, actual value and limit.
 */
package cn.sunshine.policy;
