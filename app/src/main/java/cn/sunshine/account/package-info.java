/**
 * Who works with the system: accounts, the roles they hold at regions, log-in, and the {@link
 * cn.sunshine.account.Actor} that every service asks whether something may be seen or done (NT-4,
 * NT-25).
 */
package cn.sunshine.account;
