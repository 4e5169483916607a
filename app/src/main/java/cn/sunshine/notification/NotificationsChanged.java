package cn.sunshine.notification;

/**
 * Something was told, read or settled, in the same transaction.
 *
 * @param what the audience that was told, the account that has read, or the task that has ended
 */
public record NotificationsChanged(String what) {}
