package cn.sunshine.processes;

import java.util.Optional;

/**
 * Who may do a user task: a role, held at the region of a level that the case lies in.
 *
 * @param role role as in the account names, for example {@code township}; empty when a variable of
 *     the process says who
 * @param level level of the region, for example {@code township}; empty for the applicant and for
 *     the household that the case is about, who hold no office
 */
public record CandidateGroup(String role, Optional<String> level) {

  /** Whether a variable of the process says which office it is. */
  public boolean isVariable() {
    return role.isEmpty();
  }

  /** Reads {@code role@level} as it stands in the model. */
  static CandidateGroup parse(String text) {
    if (text.startsWith("=")) {
      // Said by a variable of the case: one of several offices, such as who tenders.
      return new CandidateGroup("", Optional.empty());
    }
    int at = text.indexOf('@');
    return at < 0
        ? new CandidateGroup(text, Optional.empty())
        : new CandidateGroup(text.substring(0, at), Optional.of(text.substring(at + 1)));
  }
}
