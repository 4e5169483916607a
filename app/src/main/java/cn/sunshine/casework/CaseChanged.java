package cn.sunshine.casework;

/** Something happened in a case; open screens look again. */
public record CaseChanged(String caseId, String region) {}
