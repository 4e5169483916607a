package cn.sunshine.processes;

/**
 * One thing that a model says of an element.
 *
 * @param value as it stands in the model; for a variable with its expression, {@code name =…}
 */
public record ElementFact(Kind kind, String value) {

  /** What it is about. */
  public enum Kind {
    /** The element that a line leaves. */
    FROM,
    /** The element that a line leads to. */
    TO,
    /** When a line is taken. */
    CONDITION,
    /** The line that is taken when no other one is; the value is empty. */
    OTHERWISE,
    /** What the machine does. */
    JOB,
    /** The process that is called, by its plain id. */
    CALLS,
    /** A moment or a length of time that is waited for. */
    TIMER,
    /** The name of the message that is waited for, with what tells the case. */
    MESSAGE,
    /** The code of the error that is caught or thrown. */
    ERROR,
    /** The step that an event interrupts. */
    INTERRUPTS,
    /** The step at whose side an event happens and interrupts nothing; empty: that of a case. */
    BESIDE,
    /** The list for each entry of which a step is done. */
    FOR_EACH,
    /** When it is enough of them. */
    ENOUGH,
    /** Who does a person's step, where an expression says it. */
    WHO,
    /** A variable that the element begins with. */
    INPUT,
    /** A variable that is left of it. */
    OUTPUT,
    /** A fixed word that the step is worked with. */
    HEADER
  }
}
