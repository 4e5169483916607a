/**
 * The task inbox (待办): what officials and applicants have to do, by when, and the one way to decide
 * it. A task belongs to the office that holds a role at a region, or to one person; only they see
 * it and act on it. The capability that owns the case says, through {@link
 * cn.sunshine.inbox.TaskCase}, what a task is about and what a decision means.
 */
package cn.sunshine.inbox;
