package cn.sunshine.processes;

import java.util.Optional;

/**
 * Who may do a user task: a role, held at the region of a level that the case lies in.
 *
 * @param role role as in the account names, for example {@code township}
 * @param level level of the region, for example {@code township}; empty for the applicant, who
 *     holds no office
 */
public record CandidateGroup(String role, Optional<String> level) {

  /** Reads {@code role@level} as it stands in the model. */
  static CandidateGroup parse(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? new CandidateGroup(text, Optional.empty())
        : new CandidateGroup(text.substring(0, at), Optional.of(text.substring(at + 1)));
  }
}
