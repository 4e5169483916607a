package cn.sunshine.casework;

import java.util.List;

/**
 * The way that a case has taken, to be drawn on its models.
 *
 * @param legs the case's own process first, then the processes it called, in the order of the calls
 */
public record Journey(List<Leg> legs) {

  /**
   * The way through one process instance.
   *
   * @param title the model's name; of a called process the name of the step that called it
   * @param xml the model at the version that the case runs on
   * @param completed ids of the elements that are done
   * @param flows ids of the sequence flows taken
   * @param active ids of the elements where the case stands
   */
  public record Leg(
      String title,
      String process,
      int version,
      String xml,
      List<String> completed,
      List<String> flows,
      List<String> active) {}
}
