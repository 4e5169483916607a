/**
 * What people are told: new tasks, returns, warnings, breaches, urges and results, each person
 * alone or as a member of an office (NT-9, NT-21, NT-24). Written in the transaction of what it
 * tells, so that nothing happens without being told, and nothing is told that did not happen. It
 * listens to what other capabilities publish; none of them knows of it. Everyone reads only their
 * own.
 */
package cn.sunshine.notification;
