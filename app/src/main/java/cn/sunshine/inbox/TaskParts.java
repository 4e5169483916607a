package cn.sunshine.inbox;

import cn.sunshine.account.Actor;
import java.util.List;

/** Parts of the task's screen, from the capabilities that know what the task is about. */
public interface TaskParts {

  /** The parts for a task that the actor may see, in the order in which they are shown. */
  List<TaskPart> of(Task task, Actor actor);
}
