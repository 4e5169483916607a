/**
 * What applicants are told about their cases: the result, and that something has to be corrected
 * (NT-9). Written in the transaction of what it tells, so that nothing happens without being told,
 * and nothing is told that did not happen. Everyone reads only their own.
 */
package cn.sunshine.notification;
