package cn.sunshine.deadline;

import java.time.Instant;

/**
 * When something has to be done.
 *
 * @param due the end of the last day, 24:00 in China, as the first moment of the next day
 * @param dueSoon from this moment on little of the term is left
 */
public record Term(Instant due, Instant dueSoon) {}
