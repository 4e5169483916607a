package cn.sunshine.workflow;

/** A version of a workflow has come into force: a new one, or an earlier one again. */
record WorkflowReleased() {}
