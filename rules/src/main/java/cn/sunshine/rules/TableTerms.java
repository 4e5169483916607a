package cn.sunshine.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kie.dmn.model.api.DRGElement;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.InputData;

/**
 * What a decision model calls its inputs and decisions.
 *
 * @param inputs Chinese names by id, in the model's order
 * @param types of the inputs as DMN has them: {@code number}, {@code string} or {@code boolean}
 * @param decisions Chinese names by id, in the model's order
 */
public record TableTerms(
    Map<String, String> inputs, Map<String, String> types, Map<String, String> decisions) {

  /** Of no model. */
  public static final TableTerms NONE = new TableTerms(Map.of(), Map.of(), Map.of());

  /** The terms of a model; {@link #NONE} when the text is none. */
  public static TableTerms of(String model) {
    if (!DmnModelCheck.problemsOf(model).isEmpty()) {
      return NONE;
    }
    Map<String, String> inputs = new LinkedHashMap<>();
    Map<String, String> types = new LinkedHashMap<>();
    Map<String, String> decisions = new LinkedHashMap<>();
    try {
      for (DRGElement element : TableCheck.read(model).getDrgElement()) {
        switch (element) {
          case InputData input -> {
            inputs.put(input.getId(), input.getName());
            types.put(input.getId(), input.getVariable().getTypeRef().getLocalPart());
          }
          case Decision decision -> decisions.put(decision.getId(), decision.getName());
          default -> {
            // nothing that a test case could name
          }
        }
      }
    } catch (RuntimeException e) {
      return NONE;
    }
    return new TableTerms(inputs, types, decisions);
  }

  /** The name of an input or a decision; its id when the model has none. */
  public String name(String id) {
    return inputs.getOrDefault(id, decisions.getOrDefault(id, id));
  }
}
