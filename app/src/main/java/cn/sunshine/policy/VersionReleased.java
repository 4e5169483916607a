package cn.sunshine.policy;

/** A version has been put in force; published in the transaction that does it. */
public record VersionReleased(Artefact artefact, int number) {}
