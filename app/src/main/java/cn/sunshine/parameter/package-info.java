/**
 * Parameters of a pack (参数): named numbers and words of policy with unit, validity and source
 * article. Policy staff give a value for a time to come; what the rules and models then count with
 * is the value valid on the day.
 */
package cn.sunshine.parameter;
