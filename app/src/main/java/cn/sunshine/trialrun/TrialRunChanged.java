package cn.sunshine.trialrun;

/** A run has got further or has ended. */
public record TrialRunChanged(String run) {}
