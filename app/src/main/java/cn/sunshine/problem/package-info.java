/**
 * How a service says no. A {@link cn.sunshine.problem.Refusal} carries a Chinese sentence that
 * tells what is wrong and what to do; screens show it, the REST interface answers it as a problem
 * detail.
 */
package cn.sunshine.problem;
