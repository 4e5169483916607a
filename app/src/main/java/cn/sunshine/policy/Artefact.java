package cn.sunshine.policy;

/**
 * One thing of a pack that has versions.
 *
 * @param pack the pack's name, such as {@code nantong}
 * @param name of a parameter its name, of a decision table its file without {@code .dmn}, of a
 *     workflow its BPMN process id, of a form its key
 */
public record Artefact(String pack, ArtefactKind kind, String name) {}
