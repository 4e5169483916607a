/**
 * The walls around the web: who may reach which address, how a call without the right log-in is
 * answered, and when a session ends. What a person may see and do is decided further in, in the
 * services.
 */
package cn.sunshine.account.web;
