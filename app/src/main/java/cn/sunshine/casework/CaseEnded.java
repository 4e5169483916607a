package cn.sunshine.casework;

import java.util.Map;

/**
 * A case has ended, in the same transaction.
 *
 * @param applicant the account that has to be told
 * @param result outcome and reason, or outcome and household number
 */
public record CaseEnded(
    String caseId,
    String applicant,
    String subject,
    CaseFile.Status status,
    Map<String, Object> result) {}
