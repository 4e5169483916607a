/**
 * The hand-over between PostgreSQL, which holds what people see and decide, and Zeebe, which holds
 * where each case stands. They cannot share a transaction, so
 *
 * <ul>
 *   <li>commands to the engine are written with the decision that causes them and sent by the
 *       {@link cn.sunshine.engine.CommandDispatcher} until the engine has them, each exactly once
 *       in its effect;
 *   <li>jobs from the engine are worked in one database transaction whose effect is keyed, so that
 *       a job that comes twice changes nothing the second time.
 * </ul>
 */
package cn.sunshine.engine;
