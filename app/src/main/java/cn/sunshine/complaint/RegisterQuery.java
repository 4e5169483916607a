package cn.sunshine.complaint;

import java.util.Optional;

/**
 * Which entries of the register are wanted.
 *
 * @param text part of the subject, or the beginning of a case number
 */
record RegisterQuery(
    Optional<RequestKind> kind,
    Optional<RequestState> state,
    Optional<String> department,
    Optional<Severity> severity,
    Optional<String> region,
    Optional<String> text) {

  RegisterQuery {
    // PostgreSQL knows no NUL character; nothing that is stored contains one.
    text = text.map(words -> words.replace("\0", "").strip()).filter(words -> !words.isEmpty());
  }

  boolean isNarrowed() {
    return kind.isPresent()
        || state.isPresent()
        || department.isPresent()
        || severity.isPresent()
        || region.isPresent()
        || text.isPresent();
  }
}
