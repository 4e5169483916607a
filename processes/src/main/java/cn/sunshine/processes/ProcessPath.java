package cn.sunshine.processes;

import java.util.List;

/**
 * The way between two elements, to be coloured on the diagram.
 *
 * @param flows ids of the sequence flows, in order
 * @param elements ids of the elements passed between the two ends, in order, the ends left out
 */
public record ProcessPath(List<String> flows, List<String> elements) {

  static final ProcessPath NONE = new ProcessPath(List.of(), List.of());
}
