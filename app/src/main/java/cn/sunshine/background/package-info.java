/**
 * Work that goes on behind the screens (后台工作): one thing after the other, on a thread of its own,
 * from the start of the application to its end.
 */
package cn.sunshine.background;
