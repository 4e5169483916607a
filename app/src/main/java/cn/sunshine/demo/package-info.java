/**
 * The demo data of a first start: invented households in the register, what bureaus know of some
 * people, and cases in every state of an admission. All of it is made through the services that
 * officials use and by the real engine, in the background once the system is ready, at most once,
 * and goes on where a kill interrupted it.
 *
 * <p>The stories lie in the weeks before the start: who tells them acts at the time of the story
 * ({@link cn.sunshine.clock.StoryClock}), so that notices have run their days and overdue tasks are
 * overdue. Every case says in its history that it is invented. Nothing of this exists without
 * {@code sunshine.demo-data}.
 */
package cn.sunshine.demo;
