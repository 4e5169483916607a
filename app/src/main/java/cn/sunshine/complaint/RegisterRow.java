package cn.sunshine.complaint;

import java.time.Instant;
import java.util.Optional;

/** One line of the register (诉求登记簿): no contact, no text. */
record RegisterRow(
    String caseId,
    RequestKind kind,
    String subject,
    String regionName,
    RequestState state,
    Optional<Severity> severity,
    String department,
    Instant filedAt,
    Optional<Instant> answeredAt,
    Optional<Integer> stars) {}
