/**
 * Notifications on their way out of the house: by e-mail to those who asked for it, and by webhook
 * to an address that the operator has configured. One port ({@link
 * cn.sunshine.notification.outbound.OutboundChannel}), an outbox in the database, retries with
 * growing pauses, and a dead-letter state that the administrator sees. Nothing about persons
 * leaves: the case number, the step, the term and a link, no names (decision 10).
 */
package cn.sunshine.notification.outbound;
