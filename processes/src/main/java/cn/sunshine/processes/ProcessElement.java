package cn.sunshine.processes;

/**
 * An element of a model.
 *
 * @param id element id
 * @param name Chinese name; empty when the element has none
 * @param type BPMN name of its kind, for example {@code userTask} or {@code sequenceFlow}
 * @param documentation what it is for, with the policy ids; empty when the model says nothing
 */
public record ProcessElement(String id, String name, String type, String documentation) {}
