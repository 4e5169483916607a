/**
 * The one source of "now". Everything that needs the time takes the {@link java.time.Clock} bean,
 * so that a demonstration or a check can move the whole system, engine included, through a notice
 * period or a deadline ({@code --demo-clock}).
 */
package cn.sunshine.clock;
