package cn.sunshine.policychange;

import cn.sunshine.policy.RunningCases;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an author says when a change is submitted.
 *
 * @param document the document it follows, such as 通扶〔2026〕12号
 * @param effectiveOn the first day it counts, from 0:00; empty for as soon as it is approved
 */
public record Submission(
    String title,
    String reason,
    String document,
    Optional<LocalDate> effectiveOn,
    RunningCases runningCases) {}
