package cn.sunshine.inbox;

/**
 * What the inbox has to know of a case.
 *
 * @param process the plain process id
 * @param region the code of the region the case belongs to
 * @param applicant the account that started it and gets it back for correction
 * @param subject one line for lists, such as 张建国户 申请纳入
 * @param searchText what a search finds it by: names, ID numbers, case number
 */
public record CaseDescription(
    String caseId,
    String process,
    String pack,
    String region,
    String applicant,
    String subject,
    String searchText) {}
