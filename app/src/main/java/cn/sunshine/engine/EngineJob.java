package cn.sunshine.engine;

import java.util.Map;
import java.util.Optional;

/**
 * Work that the engine hands out.
 *
 * @param key the same each time the job is handed out again
 * @param caseId the case it belongs to
 * @param process the BPMN process id, a called process's own
 * @param processInstanceKey the instance it belongs to, a called process's own
 * @param elementInstanceKey the visit to the element that made it
 * @param element the BPMN element id
 */
public record EngineJob(
    long key,
    String caseId,
    String process,
    int processVersion,
    long processInstanceKey,
    long elementInstanceKey,
    String element,
    Map<String, String> headers,
    Map<String, Object> variables) {

  /** A custom header of the model, which must be there. */
  public String header(String name) {
    return Optional.ofNullable(headers.get(name))
        .orElseThrow(
            () -> new IllegalStateException("element " + element + " has no header " + name));
  }

  /** A variable as text, when it is there. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name)).map(Object::toString);
  }
}
