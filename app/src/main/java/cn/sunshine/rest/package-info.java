/**
 * Conventions of the REST interface that no capability owns: refusals as RFC 9457 problem details
 * in Chinese, and idempotent POSTs.
 */
package cn.sunshine.rest;
