/**
 * Benchmarks ({@code ./sunshine bench NAME}): how much the real system carries, with what limits it
 * beside it. Each runs on a real PostgreSQL, a real broker and the real application in a folder
 * that is thrown away, and works through the services that officials use; what they measure and
 * what they leave out is in {@code docs/benchmarks.md}.
 *
 * <p>In the application itself, not among its tests, because whoever runs Sunshine wants to know
 * what their own machine carries, and there are no tests in what they run. Nothing here is a bean
 * of the running system and no other capability knows of it; {@code SunshineApplication.main}
 * starts it.
 */
package cn.sunshine.bench;
