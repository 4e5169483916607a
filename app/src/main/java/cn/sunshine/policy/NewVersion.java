package cn.sunshine.policy;

import java.util.Optional;

/** A version to be released; see {@link PolicyVersion}. */
public record NewVersion(
    Artefact artefact,
    String content,
    String tests,
    RunningCases runningCases,
    String author,
    String approver,
    String reason,
    String document,
    String changeCase,
    Optional<Integer> restores) {}
