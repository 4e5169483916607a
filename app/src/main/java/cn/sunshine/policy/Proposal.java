package cn.sunshine.policy;

/** What an artefact would be: the content of a version that is not released. */
public record Proposal(Artefact artefact, String content) {}
