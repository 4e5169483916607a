/**
 * Aid to weak villages (JY-8, WJ-4.3, WJ-14): what a village or a township gets by the decision
 * tables of its place, with the reason. Which tables a place has says its pack.
 */
package cn.sunshine.villageaid;
