/**
 * Terms in working days: the State Council's calendar, the moment a term ends, and how near it is.
 * Every term of the policy documents (NT-6, NT-7, NT-21 and others) is counted here and nowhere
 * else.
 */
package cn.sunshine.deadline;
