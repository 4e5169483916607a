package cn.sunshine.inbox;

import cn.sunshine.account.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a task is made from. */
record NewTask(
    long jobKey,
    CaseDescription about,
    String element,
    String name,
    String form,
    Optional<Grant> candidates,
    Optional<String> assignee,
    Instant createdAt,
    Instant due,
    Instant dueSoon,
    List<String> returnTargets,
    Map<String, Object> context) {}
