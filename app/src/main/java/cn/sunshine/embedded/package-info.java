/**
 * The child processes that make the two-command start possible: the real PostgreSQL and the real
 * Zeebe broker, unpacked from their archives, started on 127.0.0.1 only, watched, restarted when
 * they die and stopped with the application.
 *
 * <p>Used by {@code SunshineApplication.main} and by tests only. The application itself sees no
 * difference between these and an outside database or cluster: it gets addresses as configuration.
 */
package cn.sunshine.embedded;
