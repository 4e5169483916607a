package cn.sunshine.processes;

import java.util.Set;

/**
 * What a model can refer to in the place where it shall run.
 *
 * @param processId the id that the model has to keep
 * @param start how its cases begin
 * @param groups who can do a person's step, {@code role@level}, and {@code applicant} and {@code
 *     household}
 * @param forms ids of the forms
 * @param jobTypes what workers do
 * @param terms parameters with a term, {@code term.…}
 * @param processes ids that a call activity can name
 * @param processesOfPeople those of them in which people have steps with terms
 * @param stepsElsewhere steps of the models that this one calls or is called by; a case can be
 *     returned to them too
 * @param takenBack variables that the models which call it take back from it and do not hand in
 */
public record Surroundings(
    String processId,
    Start start,
    Set<String> groups,
    Set<String> forms,
    Set<String> jobTypes,
    Set<String> terms,
    Set<String> processes,
    Set<String> processesOfPeople,
    Set<String> stepsElsewhere,
    Set<String> takenBack) {

  /** How the cases of a model begin. */
  public enum Start {
    /** By the message {@link StartMessage} of its id. */
    BY_MESSAGE,
    /** By the call activity of another model. */
    BY_CALL
  }
}
