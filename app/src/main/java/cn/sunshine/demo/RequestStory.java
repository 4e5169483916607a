package cn.sunshine.demo;

import cn.sunshine.complaint.RequestKind;
import cn.sunshine.complaint.RequestState;
import cn.sunshine.region.Region;
import java.util.List;
import java.util.Map;

/**
 * The story of an invented complaint or request for help (NT-21, NT-24).
 *
 * @param key the same at every start, so that a story is told once
 * @param beganDaysAgo before the start, in calendar days
 * @param contact empty when anonymous
 */
record RequestStory(
    String key,
    RequestKind kind,
    Region region,
    int beganDaysAgo,
    String subject,
    String text,
    String contact,
    List<Scene> scenes) {

  RequestStory {
    scenes = List.copyOf(scenes);
  }

  /** What happens, or where the story ends, once the engine has brought the case there. */
  sealed interface Scene {

    /** Somebody whose task it is decides, so many days after what happened last. */
    record Decides(
        String taskType, int afterDays, String outcome, String comment, Map<String, Object> data)
        implements Scene {}

    /** The person answers what was asked. */
    record Answers(int afterDays, String text) implements Scene {}

    /** The person rates the answer. */
    record Rates(int afterDays, int stars, String comment) implements Scene {}

    /** The person objects to the answer. */
    record Objects(int afterDays, String text) implements Scene {}

    /** The person withdraws. */
    record Withdraws(int afterDays, String reason) implements Scene {}

    /** The story ends with the request in this state and, if it is named, this task open. */
    record Rests(RequestState state, String openTask) implements Scene {}
  }

  static Scene decides(String taskType, int afterDays, String outcome, String comment) {
    return new Scene.Decides(taskType, afterDays, outcome, comment, Map.of());
  }

  static Scene says(String taskType, int afterDays, String outcome, String field, String words) {
    return new Scene.Decides(taskType, afterDays, outcome, "", Map.of(field, words));
  }

  static Scene rests(RequestState state, String openTask) {
    return new Scene.Rests(state, openTask);
  }
}
