package cn.sunshine.processes;

import java.util.Optional;

/**
 * One step of a token from an element to the next.
 *
 * @param flow the line that is drawn for it; empty where a token moves without one: into a
 *     subprocess, to the event on a boundary, to the event subprocess of the scope
 */
public record ProcessMove(String from, String to, Optional<String> flow) {}
