package cn.sunshine.inbox;

import cn.sunshine.account.Grant;
import cn.sunshine.deadline.Term;
import cn.sunshine.deadline.TermLength;
import cn.sunshine.engine.EngineJob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a task is made from. */
record NewTask(
    EngineJob job,
    CaseDescription about,
    String name,
    String form,
    Optional<Grant> candidates,
    Optional<String> assignee,
    Instant createdAt,
    Term term,
    TermLength length,
    List<String> returnTargets,
    Map<String, Object> context) {}
