package cn.sunshine.notification;

/** An account was told something or has read it, in the same transaction. */
public record NotificationsChanged(String account) {}
