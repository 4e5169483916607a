package cn.sunshine.inbox;

import java.time.Instant;

/**
 * A request for more time has been granted or refused; told in the transaction that records it.
 *
 * @param request as it has been decided
 * @param name what is to be done, as the model says it
 * @param due the end of the term from now on, 24:00 as the first moment of the next day
 */
public record ExtensionDecided(TermExtension request, String name, String subject, Instant due) {}
