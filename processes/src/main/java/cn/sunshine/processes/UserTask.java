package cn.sunshine.processes;

import java.util.List;

/**
 * A person's step as the model describes it.
 *
 * @param id element id, the task type of the outside contract
 * @param name Chinese name of the step
 * @param group who may do it
 * @param formKey id of its form
 * @param term name of the parameter with its term in working days
 * @param returnTo element ids that it may return a case to, in order; empty when it cannot return
 */
public record UserTask(
    String id,
    String name,
    CandidateGroup group,
    String formKey,
    String term,
    List<String> returnTo) {}
