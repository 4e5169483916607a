package cn.sunshine.inbox;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TaskRepository extends Repository<Task, String> {

  Task save(Task task);

  Optional<Task> findById(String id);

  /** The case of a task, without loading the task: it is read when it is held. */
  @Query("select task.caseId from Task task where task.id = :id")
  Optional<String> caseOf(String id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select task from Task task where task.id = :id")
  Optional<Task> lockById(String id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select task from Task task where task.jobKey = :jobKey")
  Optional<Task> lockByJobKey(long jobKey);

  /** The task of a step that waits for its new job. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select task from Task task
      where task.caseId = :caseId and task.element = :element and task.jobKey is null
        and task.state = cn.sunshine.inbox.Task.State.OPEN
      """)
  Optional<Task> lockWithoutJob(String caseId, String element);

  @Query(
      """
      select task from Task task
      where task.caseId in :caseIds and task.state = cn.sunshine.inbox.Task.State.OPEN
      order by task.createdAt, task.id
      """)
  List<Task> openIn(Collection<String> caseIds);

  @Query(
      """
      select task from Task task
      where task.caseId = :caseId and task.state = cn.sunshine.inbox.Task.State.OPEN
      order by task.due, task.id
      """)
  List<Task> openOf(String caseId);

  @Query("select task from Task task where task.caseId = :caseId order by task.createdAt, task.id")
  List<Task> ofCase(String caseId);

  /** The open tasks of a region whose terms run over a day. */
  @Query(
      """
      select task.id from Task task
      where task.state = cn.sunshine.inbox.Task.State.OPEN
        and task.region like concat(:region, '%')
        and task.createdAt < :endOfDay and task.due > :startOfDay
      order by task.id
      """)
  List<String> openOver(String region, Instant startOfDay, Instant endOfDay);

  /** What was decided last in a case. */
  @Query(
      """
      select task from Task task
      where task.caseId = :caseId and task.state = cn.sunshine.inbox.Task.State.COMPLETED
      order by task.endedAt desc, task.id desc limit 1
      """)
  Optional<Task> lastDecision(String caseId);

  /** The open tasks of an element of a process instance: several when it asks several people. */
  @Query(
      """
      select task from Task task
      where task.processInstanceKey = :processInstanceKey and task.element = :element
        and task.state = cn.sunshine.inbox.Task.State.OPEN
      order by task.due, task.id
      """)
  List<Task> openOf(long processInstanceKey, String element);

  @Query(
      """
      select distinct task.element from Task task
      where task.caseId = :caseId and task.state = cn.sunshine.inbox.Task.State.COMPLETED
      """)
  List<String> typesDoneIn(String caseId);
}
