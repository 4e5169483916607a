/**
 * The yearly review of registered households (NT-10, NT-26, JY-3, YC-1): rounds that start
 * themselves, the review of each household, what the rules propose and what becomes of it. The
 * order of the steps is the models' {@code yearly-review-round} and {@code
 * household-yearly-review}.
 */
package cn.sunshine.review;
